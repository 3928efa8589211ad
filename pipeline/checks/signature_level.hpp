#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when a signature that stands in for a seal runs from left to right on one line.
// Fails when it is higher than wide by more than height_max; SIGN_VERTICAL.
// Known misses: a name of one character.
// Why: 从左到右书写; the electronic seal is made as wide as a 法人章.
extern const Check kSignatureLevel;

}  // namespace vermilion::pipeline::checks
