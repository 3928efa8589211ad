#include "samples/documents/emblem.hpp"

#include <cmath>
#include <numbers>

namespace vermilion::samples::documents {
namespace {

using std::numbers::pi;

void use(cairo_t* context, Colour colour) {
  cairo_set_source_rgb(context, colour.red, colour.green, colour.blue);
}

void disc(cairo_t* context, Point at, double radius) {
  cairo_new_sub_path(context);
  cairo_arc(context, at.x, at.y, radius, 0, 2 * pi);
  cairo_fill(context);
}

void star(cairo_t* context, Point at, double radius) {
  cairo_new_path(context);
  for (int i = 0; i < 10; ++i) {
    const double r = i % 2 == 0 ? radius : radius * 0.382;
    cairo_line_to(context, at.x + r * std::sin(i * pi / 5), at.y - r * std::cos(i * pi / 5));
  }
  cairo_close_path(context);
  cairo_fill(context);
}

// Ears of grain, leaf by leaf, up both sides of the disc.
void wreath(cairo_t* context, double radius) {
  for (int i = 0; i < 44; ++i) {
    const int side = i % 2 == 0 ? 1 : -1;
    const int leaf = i / 2;
    const double angle = pi / 2 + side * (0.28 + leaf * 0.125);
    cairo_save(context);
    cairo_translate(context, 0.9 * radius * std::cos(angle), 0.9 * radius * std::sin(angle));
    cairo_rotate(context, angle + 0.9 * side);
    cairo_scale(context, 0.12 * radius, 0.055 * radius);
    disc(context, {}, 1);
    cairo_restore(context);
  }
}

void gate(cairo_t* context, double radius) {
  const double r = radius;
  cairo_rectangle(context, -0.52 * r, 0.30 * r, 1.04 * r, 0.10 * r);
  cairo_rectangle(context, -0.44 * r, 0.12 * r, 0.88 * r, 0.17 * r);
  cairo_rectangle(context, -0.34 * r, 0.03 * r, 0.68 * r, 0.06 * r);
  cairo_rectangle(context, -0.24 * r, -0.06 * r, 0.48 * r, 0.06 * r);
  cairo_fill(context);
}

void stars(cairo_t* context, double radius) {
  star(context, {0, -0.42 * radius}, 0.20 * radius);
  for (int i = 0; i < 4; ++i) {
    const double angle = pi / 2 + (i - 1.5) * 0.62;
    star(context,
         {0.44 * radius * std::cos(angle), -0.50 * radius + 0.40 * radius * std::sin(angle)},
         0.075 * radius);
  }
}

void cog(cairo_t* context, double radius) {
  for (int i = 0; i < 10; ++i) {
    cairo_save(context);
    cairo_translate(context, 0, 0.80 * radius);
    cairo_rotate(context, i * pi / 5);
    cairo_rectangle(context, -0.035 * radius, -0.20 * radius, 0.07 * radius, 0.40 * radius);
    cairo_fill(context);
    cairo_restore(context);
  }
  disc(context, {0, 0.80 * radius}, 0.16 * radius);
}

}  // namespace

Rect draw_emblem(Canvas& page, Point centre, double diameter) {
  constexpr Colour kEmblemRed{0.86, 0.11, 0.10};
  constexpr Colour kEmblemGold{0.93, 0.73, 0.22};
  cairo_t* context = page.context();
  const double radius = diameter / 2;
  cairo_save(context);
  cairo_translate(context, centre.x, centre.y);
  use(context, kEmblemGold);
  disc(context, {}, radius);
  use(context, {0.60, 0.38, 0.08});
  wreath(context, radius);
  use(context, kEmblemRed);
  disc(context, {}, 0.78 * radius);
  use(context, kEmblemGold);
  stars(context, radius);
  gate(context, radius);
  cog(context, radius);
  cairo_restore(context);
  return around(centre, {diameter, diameter});
}

}  // namespace vermilion::samples::documents
