#include "rules/forms/drawing/facsimiles.hpp"

#include "rules/forms/drawing/composition.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace vermilion::rules::forms::drawing {
namespace {

using pipeline::form::BoxMm;
using pipeline::form::Facsimile;
using pipeline::form::Field;

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kPxPerMm = 6;      // 150 dpi: strokes of 7 pt still stand apart
constexpr double kTallOfEm = 1.15;  // ascenders and descenders
constexpr double kBeforeMm = 0.5;   // white before the print
constexpr double kAfterEm = 1.5;    // and after it: what was added is seen
constexpr double kFrameMm = 0.8;    // of a cell, left out

struct Destroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Context = std::unique_ptr<cairo_t, Destroy>;

bool is_one_row(const Field& field) {
  return !field.fact.empty() && field.printed && !field.printed->empty() && !field.multi_line;
}

BoxMm box_around(const Type& type, double width_mm, const BoxMm& room) {
  const double em = type.style.size_pt * kMmPerPoint;
  const double height = std::min(kTallOfEm * em, room.h - 2 * kFrameMm);
  const double right = std::min(type.box.x + width_mm + kAfterEm * em, room.right() - kFrameMm);
  return {type.box.x - kBeforeMm, room.y + (room.h - height) / 2, right - type.box.x + kBeforeMm,
          height};
}

std::string ink_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  const unsigned char* ink = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  std::string levels;
  for (int y = 0; y < cairo_image_surface_get_height(surface); ++y) {
    for (int x = 0; x < cairo_image_surface_get_width(surface); ++x) {
      const int level = (ink[y * stride + x] * pipeline::form::kSolidInk + 127) / 255;
      levels += static_cast<char>('0' + level);
    }
  }
  return levels;
}

Facsimile facsimile_of(const Field& field, const Typesetter& typesetter) {
  Type type = value_in({field.value.x, field.value.y, field.value.w, field.value.h}, field.id,
                       *field.printed, field.size_pt, false);
  type.style.size_pt = typesetter.fitting_pt(type.text, type.box, type.style, type.least);
  const BoxMm box = box_around(type, typesetter.width_mm(type.text, type.style), field.value);
  Facsimile made{.box = box,
                 .px_per_mm = kPxPerMm,
                 .width = static_cast<int>(std::lround(box.w * kPxPerMm)),
                 .ink = {}};
  const int height = static_cast<int>(std::lround(box.h * kPxPerMm));
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, made.width, height));
  const Context context(cairo_create(surface.get()));
  cairo_scale(context.get(), kPxPerMm, kPxPerMm);
  cairo_translate(context.get(), -box.x, -box.y);
  typesetter.set(*context, type.text, type.box, type.style);
  made.ink = ink_of(surface.get());
  return made;
}

}  // namespace

Result<void> add_facsimiles(pipeline::Plan& plan) {
  if (!plan.form || std::ranges::none_of(plan.form->fields, is_one_row)) return {};
  const auto typesetter = Typesetter::create();
  if (!typesetter) return tl::make_unexpected(typesetter.error());
  for (Field& field : plan.form->fields) {
    if (is_one_row(field)) field.facsimile = facsimile_of(field, *typesetter);
  }
  return {};
}

}  // namespace vermilion::rules::forms::drawing
