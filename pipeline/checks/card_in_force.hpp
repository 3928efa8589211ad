#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the identity card names no last day that is over.
// Fails when it does; ID_EXPIRED, for a person to look.
// Known misses: cards whose term is not read.
// Why: an expired card identifies nobody.
extern const Check kCardInForce;

}  // namespace vermilion::pipeline::checks
