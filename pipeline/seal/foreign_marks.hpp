#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/impression.hpp"

#include <span>

namespace vermilion::pipeline::seal {

// Marks inside the rim and just around it that are not the face of the seal. Shares of that area.
struct ForeignMarks {
  double specks = 0;       // under what is smaller than print: dark, or red and beyond the rim
  double print_below = 0;  // under strokes of the size of print
  int strokes_below = 0;   // how many of those
};

// `all` are the impressions on the page, this one among them: what is red within one is no speck.
// `paper` is the brightness of the paper around the seal; `px_per_mm` tells specks from print.
ForeignMarks foreign_marks_of(const Impression& impression, std::span<const Impression> all,
                              const page::Pyramid& pyramid, const page::Light& light, double paper,
                              double px_per_mm);

}  // namespace vermilion::pipeline::seal
