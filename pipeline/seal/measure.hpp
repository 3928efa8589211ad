#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/find.hpp"
#include "pipeline/seal/foreign_marks.hpp"

#include <optional>
#include <span>

namespace vermilion::pipeline::seal {

// What an impression is like, measured along its rim and inside it. Shares and scores are 0 … 1;
// lengths in pixels of the page.
struct Measurement {
  double redness = 0;               // 0 grey … 1 red: colour against darkness of the ink
  double strength = 0;              // 0 paper … 1 fresh ink
  double border = 0;                // share of the rim that carries ink
  std::optional<double> spread_px;  // 10-90 % rise of the rim's outer edge, median
  double rim_px = 0;                // thickness of the rim, median
  double rim_swing_px = 0;  // how much that differs around a round or oval seal: a moved stamp
  double fill = 0;          // share of the zone of the name that carries ink
  double background = 0;    // tint of the paper inside and around, 0 white
  ForeignMarks foreign;
};

// `all` are the impressions on the page, this one among them. `px_per_mm` tells specks from print;
// without it 40 mm are taken for the diameter.
Measurement measure(const Impression& impression, std::span<const Impression> all,
                    const page::Pyramid& pyramid, const page::Light& light,
                    std::optional<double> px_per_mm);

}  // namespace vermilion::pipeline::seal
