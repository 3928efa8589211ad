#include "bench/calibrate/canvas.hpp"

#include <cairo-svg.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <stdexcept>
#include <utility>

namespace vermilion::calibrate {
namespace {

constexpr double kPngScale = 2;

// Debian's fonts-noto-cjk, which samples need in any case.
constexpr const char* kFamily = "Noto Sans CJK SC";

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
struct FreeDescription {
  void operator()(PangoFontDescription* description) const {
    pango_font_description_free(description);
  }
};

// The same letters at the same places in both kinds of files.
void switch_hinting_off(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

}  // namespace

void Canvas::Release::operator()(PangoContext* context) const {
  g_object_unref(context);
}

Canvas::Canvas(cairo_surface_t* surface, std::filesystem::path path, double scale, bool is_png)
    : path_(std::move(path)),
      is_png_(is_png),
      scale_(scale),
      surface_(surface),
      context_(cairo_create(surface)),
      pango_(pango_font_map_create_context(pango_cairo_font_map_get_default())) {
  switch_hinting_off(pango_.get());
  move_to({0, 0});
  use({1, 1, 1}, 1);
  cairo_paint(context_.get());
  cairo_set_line_join(context_.get(), CAIRO_LINE_JOIN_ROUND);
}

Canvas Canvas::svg(const std::filesystem::path& path, double width, double height) {
  cairo_surface_t* surface = cairo_svg_surface_create(path.c_str(), width, height);
  cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX);
  return {surface, path, 1, false};
}

Canvas Canvas::png(const std::filesystem::path& path, double width, double height) {
  const auto pixels = [](double length) {
    return static_cast<int>(std::lround(length * kPngScale));
  };
  return {cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(width), pixels(height)), path,
          kPngScale, true};
}

void Canvas::move_to(Point origin) {
  cairo_identity_matrix(context_.get());
  cairo_scale(context_.get(), scale_, scale_);
  cairo_translate(context_.get(), origin.x, origin.y);
}

void Canvas::use(Colour colour, double opacity) {
  cairo_set_source_rgba(context_.get(), colour.red, colour.green, colour.blue, opacity);
}

void Canvas::path_along(const std::vector<Point>& points) {
  cairo_new_path(context_.get());
  for (const Point& point : points) cairo_line_to(context_.get(), point.x, point.y);
}

void Canvas::line(const std::vector<Point>& points, double width, Colour colour, double opacity) {
  path_along(points);
  use(colour, opacity);
  cairo_set_line_width(context_.get(), width);
  cairo_stroke(context_.get());
}

void Canvas::area(const std::vector<Point>& corners, Colour colour, double opacity) {
  path_along(corners);
  use(colour, opacity);
  cairo_fill(context_.get());
}

void Canvas::dot(Point at, double radius, Colour colour) {
  cairo_new_path(context_.get());
  cairo_arc(context_.get(), at.x, at.y, radius, 0, 2 * M_PI);
  use(colour, 1);
  cairo_fill(context_.get());
}

double Canvas::text(Point at, std::string_view text, double size, Colour colour, Align align,
                    bool bold) {
  const std::unique_ptr<PangoFontDescription, FreeDescription> font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), kFamily);
  pango_font_description_set_weight(font.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
  const std::unique_ptr<PangoLayout, Unref<PangoLayout>> layout(pango_layout_new(pango_.get()));
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  PangoRectangle extents;
  pango_layout_get_extents(layout.get(), nullptr, &extents);
  const double width = static_cast<double>(extents.width) / PANGO_SCALE;
  const double baseline =
      static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
  const double before = align == Align::Left ? 0 : align == Align::Centre ? width / 2 : width;
  use(colour, 1);
  cairo_move_to(context_.get(), at.x - before, at.y - baseline);
  pango_cairo_show_layout(context_.get(), layout.get());
  return width;
}

void Canvas::finish() {
  if (is_png_) {
    if (cairo_surface_write_to_png(surface_.get(), path_.c_str()) != CAIRO_STATUS_SUCCESS)
      throw std::runtime_error("cannot write " + path_.string());
    return;
  }
  context_.reset();
  cairo_surface_finish(surface_.get());
  if (cairo_surface_status(surface_.get()) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("cannot write " + path_.string());
}

}  // namespace vermilion::calibrate
