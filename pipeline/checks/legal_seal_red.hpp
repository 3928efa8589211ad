#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the seals of people are red.
// Fails when the ink of one is less red than redness_min for its darkness; LSEAL_NOT_RED.
// Known misses: a red photocopy.
// Why: 法人章为红色方章.
extern const Check kLegalSealRed;

}  // namespace vermilion::pipeline::checks
