#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the paper under the seal is white.
// Fails when it is darker or more coloured than background_max; SEAL_BACKGROUND.
// Known misses: a scanner set to drop the background hides it.
// Why: 红白分明，没有底色: the impression is cut out of its ground.
extern const Check kSealOnWhite;

}  // namespace vermilion::pipeline::checks
