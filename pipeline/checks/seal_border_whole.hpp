#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when ink runs all around the rim.
// Fails when less than border_min of it carries ink; SEAL_BROKEN_BORDER.
// Known misses: gaps shorter than three degrees.
// Why: 边框完整 is asked of every impression a seal is made from.
extern const Check kSealBorderWhole;

}  // namespace vermilion::pipeline::checks
