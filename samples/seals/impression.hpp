#pragma once

#include "samples/geometry.hpp"
#include "samples/seals/inking.hpp"
#include "samples/seals/seal_design.hpp"

#include <vector>

namespace vermilion::samples::seals {

// A seal on the page: where, which, how.
struct Impression {
  SealDesign design;
  Point centre;
  double turn_deg = 0;  // clockwise
  Stamping stamping;
};

// Where the impression ends on the sheet: its design, turned, without bleeding and specks.
[[nodiscard]] std::vector<Point> outline_of(const Impression& impression);
[[nodiscard]] Rect box_of(const Impression& impression);

// Puts the impression on the page, which holds `dpi` pixels an inch.
void stamp(Picture& page, double dpi, const Impression& impression, Random random);

}  // namespace vermilion::samples::seals
