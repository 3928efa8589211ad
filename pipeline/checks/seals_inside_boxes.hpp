#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when no seal reaches beyond the lines of its box.
// Fails when one does by more than overhang_max_mm; SEAL_OVER_EDGE.
// Known misses: boxes without lines.
// Why: a printed line through an impression spoils the seal that is made from it.
extern const Check kSealsInsideBoxes;

}  // namespace vermilion::pipeline::checks
