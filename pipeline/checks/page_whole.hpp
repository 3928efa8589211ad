#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when no print runs into the left or right edge of the picture.
// Fails when two lines or more do; IMG_CROPPED, naming the edges.
// Known misses: pages cut above the first or below the last line.
// Why: a licence cut at its side may lack the end of its name or its code.
extern const Check kPageWhole;

}  // namespace vermilion::pipeline::checks
