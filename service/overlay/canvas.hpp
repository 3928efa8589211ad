#pragma once

#include "service/overlay/pen.hpp"
#include "service/overlay/placement.hpp"
#include "service/overlay/text.hpp"

#include <cairo.h>
#include <opencv2/core/mat.hpp>

#include <memory>

namespace vermilion::service::overlay {

// A picture one draws on, in pixels. Cairo behind RAII.
class Canvas {
 public:
  Canvas(cv::Size size, const Colour& ground);

  void put(const cv::Mat& bgr, cv::Point corner);
  void fill(const Rect& rect, const Colour& colour, double radius = 0);
  void stroke(const Rect& rect, const Pen& pen, double radius = 0);
  void line(Point from, Point to, const Pen& pen);
  void disc(Point centre, double radius, const Colour& colour);
  void write(const Text& text, Point corner, const Colour& colour);
  // The same with a rim of `halo` around every stroke, to be read on any ground.
  void write(const Text& text, Point corner, const Colour& colour, const Pen& halo);

  // 8 bit, four channels: blue, green, red and one that says nothing.
  [[nodiscard]] const cv::Mat& pixels() const;

 private:
  struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  };

  void trace(const Rect& rect, double radius);
  void use(const Colour& colour);
  void use(const Pen& pen);

  cv::Mat pixels_;
  std::unique_ptr<cairo_surface_t, Destroy> surface_;
  std::unique_ptr<cairo_t, Destroy> cairo_;
};

}  // namespace vermilion::service::overlay
