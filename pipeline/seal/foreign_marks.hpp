#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/find.hpp"

namespace vermilion::pipeline::seal {

// Dark marks inside the rim and just around it that are no ink of the seal. Shares of that area.
struct ForeignMarks {
  double specks = 0;       // under what is smaller than print
  double print_below = 0;  // under strokes of the size of print
  int strokes_below = 0;   // how many of those
};

// `paper` is the brightness of the paper around the seal; `px_per_mm` tells specks from print.
ForeignMarks foreign_marks_of(const Impression& impression, const page::Pyramid& pyramid,
                              const page::Light& light, double paper, double px_per_mm);

}  // namespace vermilion::pipeline::seal
