#include "samples/documents/ornament.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace vermilion::samples::documents {
namespace {

using std::numbers::pi;

struct DestroyPattern {
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using Pattern = std::unique_ptr<cairo_pattern_t, DestroyPattern>;

void use(Canvas& page, Colour colour) {
  cairo_set_source_rgba(page.context(), colour.red, colour.green, colour.blue, colour.alpha);
}

// A wave along the x axis of the current user space.
void trace_wave(cairo_t* context, double length, double period, double amplitude, double phase) {
  const int steps = std::max(8, static_cast<int>(length / period * 12));
  for (int i = 0; i <= steps; ++i) {
    const double x = length * i / steps;
    cairo_line_to(context, x, amplitude * std::sin(2 * pi * x / period + phase));
  }
}

// Calls `draw(length)` for each side, its user space along the side's middle line.
template <class Draw>
void along_sides(Canvas& page, const Rect& outer, double width, const Draw& draw) {
  cairo_t* context = page.context();
  for (int side = 0; side < 4; ++side) {
    const bool upright = side % 2 == 1;
    cairo_save(context);
    cairo_translate(context,
                    side == 1 ? outer.right() - width / 2 : outer.x + (upright ? width / 2 : 0),
                    side == 2 ? outer.bottom() - width / 2 : outer.y + (upright ? 0 : width / 2));
    if (upright) cairo_rotate(context, pi / 2);
    draw(context, upright ? outer.height : outer.width);
    cairo_restore(context);
  }
}

}  // namespace

void wave_border(Canvas& page, const Rect& outer, double width, Colour colour) {
  constexpr int kStrands = 7;
  use(page, colour);
  cairo_set_line_width(page.context(), 0.16);
  along_sides(page, outer, width, [&](cairo_t* context, double length) {
    const double period = length / std::round(length / (width * 1.6));
    for (int strand = 0; strand < kStrands; ++strand) {
      const double amplitude = width / 2 * (0.35 + 0.1 * strand);
      trace_wave(context, length, period, amplitude, 0);
      cairo_stroke(context);
      trace_wave(context, length, period, amplitude, pi);
      cairo_stroke(context);
    }
  });
  page.frame(outer, 0.5, colour);
  page.frame({outer.x + width, outer.y + width, outer.width - 2 * width, outer.height - 2 * width},
             0.3, colour);
}

void meander_border(Canvas& page, const Rect& outer, double width, Colour colour) {
  use(page, colour);
  cairo_set_line_width(page.context(), width * 0.11);
  along_sides(page, outer, width, [&](cairo_t* context, double length) {
    const int count = static_cast<int>(std::round(length / width));
    const double step = length / count;
    for (int i = 0; i < count; ++i) {
      const double x = i * step;
      const double h = width * 0.32;
      const double w = step * 0.8;
      cairo_move_to(context, x, h);
      cairo_line_to(context, x + 0.1 * w, -h);
      cairo_line_to(context, x + w, -h);
      cairo_line_to(context, x + w, h * 0.8);
      cairo_line_to(context, x + 0.35 * w, h * 0.8);
      cairo_line_to(context, x + 0.35 * w, -h * 0.3);
      cairo_line_to(context, x + 0.7 * w, -h * 0.3);
      cairo_line_to(context, x + 0.7 * w, h * 0.3);
      cairo_stroke(context);
    }
  });
  page.frame(outer, 0.7, colour);
  page.frame({outer.x + width, outer.y + width, outer.width - 2 * width, outer.height - 2 * width},
             0.4, colour);
}

void guilloche(Canvas& page, const Rect& area, Colour colour) {
  // One tile, repeated: stroking the whole page wave by wave would cost more than all the rest.
  constexpr double kTile = 12;
  const double px_per_mm = page.dpi() / 25.4;
  const int side = static_cast<int>(std::lround(kTile * px_per_mm));
  cairo_surface_t* tile =
      cairo_surface_create_similar_image(page.surface(), CAIRO_FORMAT_ARGB32, side, side);
  cairo_t* context = cairo_create(tile);
  cairo_scale(context, side / kTile, side / kTile);
  cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_set_line_width(context, 0.14);
  for (int i = -2; i < 10; ++i) {
    cairo_save(context);
    cairo_translate(context, 0, i * 1.5);
    trace_wave(context, kTile, kTile, 1.6, i * pi / 4);
    cairo_stroke(context);
    cairo_restore(context);
  }
  cairo_destroy(context);
  const Pattern pattern(cairo_pattern_create_for_surface(tile));
  cairo_surface_destroy(tile);
  cairo_matrix_t to_pixels;
  cairo_matrix_init_scale(&to_pixels, px_per_mm, px_per_mm);
  cairo_pattern_set_matrix(pattern.get(), &to_pixels);
  cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_REPEAT);
  cairo_set_source(page.context(), pattern.get());
  cairo_rectangle(page.context(), area.x, area.y, area.width, area.height);
  cairo_fill(page.context());
}

Rect gilded(Canvas& page, Point at, double width, std::string_view text, const Font& font,
            double brightness) {
  cairo_t* context = page.context();
  cairo_push_group_with_content(context, CAIRO_CONTENT_ALPHA);
  const Rect box = page.justified({at.x - width / 2, at.y}, width, text, font);
  const Pattern letters(cairo_pop_group(context));
  const Pattern foil(cairo_pattern_create_linear(box.x, box.y, box.right(), box.bottom()));
  for (int i = 0; i <= 6; ++i) {
    const double shine = brightness * (i % 2 == 0 ? 0.75 : 1.25);
    cairo_pattern_add_color_stop_rgb(foil.get(), i / 6.0, 0.70 * shine, 0.54 * shine, 0.16 * shine);
  }
  cairo_set_source(context, foil.get());
  cairo_mask(context, letters.get());
  return box;
}

}  // namespace vermilion::samples::documents
