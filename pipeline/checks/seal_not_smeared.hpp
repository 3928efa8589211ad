#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the rim is equally thick all around.
// Fails when its thickness swings as that of a stamp that moved; SEAL_SMEARED.
// Known misses: seals that were pressed twice in the same place.
// Why: a moved stamp doubles the strokes of the name and of the number.
extern const Check kSealNotSmeared;

}  // namespace vermilion::pipeline::checks
