#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the holder's seals are red.
// Fails when a seal has less colour than redness_min for its darkness; SEAL_NOT_RED, blocking.
// Known misses: blue seals, which some foreign-invested companies use, fail as they should.
// Why: a grey seal is a copy of a seal; in a copy the colour is nought, so it is a fact.
extern const Check kSealRed;

}  // namespace vermilion::pipeline::checks
