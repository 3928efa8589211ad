#pragma once

#include "pipeline/form/registration.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"

#include <optional>

// What was put on a part of the sheet after it was printed.
namespace vermilion::pipeline::form {

// Strokes that are dark and not red, as pens and printers leave them.
struct Writing {
  double ink_mm2 = 0;
  std::optional<BoxMm> box;  // around what is larger than a speck; absent where nothing is
  double on_axes = 0;  // share of the edges exactly level or upright: type 0.22 up, hands 0.11
};

// `area` is white paper as the form is printed.
[[nodiscard]] Writing writing_in(const BoxMm& area, const Placement& placement,
                                 const page::Pyramid& pyramid, const page::Light& light);

// Red ink in the area.
[[nodiscard]] double red_mm2(const BoxMm& area, const Placement& placement,
                             const page::Pyramid& pyramid, const page::Light& light);

}  // namespace vermilion::pipeline::form
