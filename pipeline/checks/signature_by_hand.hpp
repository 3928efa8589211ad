#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when a signature that stands in for a seal was written by hand.
// Fails when more than on_axes_max of its edges run exactly level or upright, as those of type do;
// SIGN_PRINTED, for a person to look at.
// Known misses: type made to look like a hand, a hand that writes like type.
// Why: 亲笔签字; a name that was typed proves nothing.
extern const Check kSignatureByHand;

}  // namespace vermilion::pipeline::checks
