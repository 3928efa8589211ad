#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when a signature that stands in for a seal is about as wide as a 法人章.
// Fails when it is narrower than width_min_mm or wider than width_max_mm; SIGN_WIDTH.
// Known misses: a signature with a flourish that is no part of it.
// Why: 总宽度接近法人章宽度 (16 to 25 mm), since it takes the seal's place.
extern const Check kSignatureWidth;

}  // namespace vermilion::pipeline::checks
