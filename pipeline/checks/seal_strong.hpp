#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the ink is strong enough to be read.
// Fails when its strength is below strength_min; SEAL_FAINT.
// Known misses: none known above 15 % coverage, where a seal is no longer found at all.
// Why: from a faint impression no electronic seal can be made.
extern const Check kSealStrong;

}  // namespace vermilion::pipeline::checks
