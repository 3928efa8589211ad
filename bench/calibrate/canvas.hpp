#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace vermilion::calibrate {

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};

struct Point {
  double x = 0;
  double y = 0;
};

enum class Align : std::uint8_t { Left, Centre, Right };

// Where a picture is drawn: an SVG, or a PNG of twice as many pixels. Lengths are in pixels of the
// SVG, y runs down. Letters are in the SVG as outlines, so it looks alike without the font.
class Canvas {
 public:
  static Canvas svg(const std::filesystem::path& path, double width, double height);
  static Canvas png(const std::filesystem::path& path, double width, double height);

  // All that follows is shifted by so much against the origin.
  void move_to(Point origin);

  void line(const std::vector<Point>& points, double width, Colour colour, double opacity = 1);
  void area(const std::vector<Point>& corners, Colour colour, double opacity);
  void dot(Point at, double radius, Colour colour);

  // One line with its baseline at `at.y`; returns how wide it is.
  double text(Point at, std::string_view text, double size, Colour colour,
              Align align = Align::Left, bool bold = false);

  // Throws std::runtime_error where the file cannot be written.
  void finish();

 private:
  struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(PangoContext* context) const;
  };

  Canvas(cairo_surface_t* surface, std::filesystem::path path, double scale, bool is_png);

  void use(Colour colour, double opacity);
  void path_along(const std::vector<Point>& points);

  std::filesystem::path path_;
  bool is_png_;
  double scale_;
  std::unique_ptr<cairo_surface_t, Release> surface_;
  std::unique_ptr<cairo_t, Release> context_;
  std::unique_ptr<PangoContext, Release> pango_;
};

}  // namespace vermilion::calibrate
