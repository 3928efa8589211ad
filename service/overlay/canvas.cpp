#include "service/overlay/canvas.hpp"

#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cassert>
#include <numbers>

namespace vermilion::service::overlay {

Canvas::Canvas(cv::Size size, const Colour& ground) : pixels_(size, CV_8UC4) {
  // CAIRO_FORMAT_RGB24 is BGRX in the memory of a little-endian machine, rows packed as OpenCV's.
  assert(cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, size.width) ==
         static_cast<int>(pixels_.step));
  surface_.reset(cairo_image_surface_create_for_data(pixels_.data, CAIRO_FORMAT_RGB24, size.width,
                                                     size.height, static_cast<int>(pixels_.step)));
  cairo_.reset(cairo_create(surface_.get()));
  use(ground);
  cairo_paint(cairo_.get());
}

void Canvas::put(const cv::Mat& bgr, cv::Point corner) {
  cairo_surface_flush(surface_.get());
  cv::cvtColor(bgr, pixels_(cv::Rect(corner, bgr.size())), cv::COLOR_BGR2BGRA);
  cairo_surface_mark_dirty(surface_.get());
}

void Canvas::fill(const Rect& rect, const Colour& colour, double radius) {
  use(colour);
  trace(rect, radius);
  cairo_fill(cairo_.get());
}

void Canvas::stroke(const Rect& rect, const Pen& pen, double radius) {
  use(pen);
  trace(rect, radius);
  cairo_stroke(cairo_.get());
}

void Canvas::line(Point from, Point to, const Pen& pen) {
  use(pen);
  cairo_move_to(cairo_.get(), from.x, from.y);
  cairo_line_to(cairo_.get(), to.x, to.y);
  cairo_stroke(cairo_.get());
}

void Canvas::disc(Point centre, double radius, const Colour& colour) {
  use(colour);
  cairo_new_sub_path(cairo_.get());
  cairo_arc(cairo_.get(), centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
  cairo_fill(cairo_.get());
}

void Canvas::write(const Text& text, Point corner, const Colour& colour) {
  use(colour);
  cairo_move_to(cairo_.get(), corner.x, corner.y);
  pango_cairo_show_layout(cairo_.get(), text.layout_.get());
}

void Canvas::write(const Text& text, Point corner, const Colour& colour, const Pen& halo) {
  use(halo);
  cairo_move_to(cairo_.get(), corner.x, corner.y);
  pango_cairo_layout_path(cairo_.get(), text.layout_.get());
  cairo_stroke(cairo_.get());
  write(text, corner, colour);
}

const cv::Mat& Canvas::pixels() const {
  cairo_surface_flush(surface_.get());
  return pixels_;
}

void Canvas::trace(const Rect& rect, double radius) {
  cairo_t* cairo = cairo_.get();
  const double r = std::min({radius, rect.width / 2, rect.height / 2});
  if (r <= 0) {
    cairo_rectangle(cairo, rect.x, rect.y, rect.width, rect.height);
    return;
  }
  constexpr double kQuarter = std::numbers::pi / 2;
  const double left = rect.x + r;
  const double right = rect.x + rect.width - r;
  const double top = rect.y + r;
  const double bottom = rect.y + rect.height - r;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, right, top, r, -kQuarter, 0);
  cairo_arc(cairo, right, bottom, r, 0, kQuarter);
  cairo_arc(cairo, left, bottom, r, kQuarter, 2 * kQuarter);
  cairo_arc(cairo, left, top, r, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo);
}

void Canvas::use(const Colour& colour) {
  cairo_set_source_rgba(cairo_.get(), colour.red, colour.green, colour.blue, colour.alpha);
}

void Canvas::use(const Pen& pen) {
  use(pen.colour);
  cairo_set_line_width(cairo_.get(), pen.width);
  cairo_set_line_join(cairo_.get(), CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash(cairo_.get(), pen.dashes.data(), static_cast<int>(pen.dashes.size()), 0);
}

}  // namespace vermilion::service::overlay
