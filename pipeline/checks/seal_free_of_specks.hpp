#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when nothing foreign lies inside the seal or just around it.
// Fails when small dark marks, or red ones beyond the rim, cover so much that cleanliness falls
// below cleanliness_min; SEAL_SPECKLE. Known misses: red specks within the rim alone, which cannot
// be told from the dots of characters. Why: 没有杂质: specks end up in the electronic seal.
extern const Check kSealFreeOfSpecks;

}  // namespace vermilion::pipeline::checks
