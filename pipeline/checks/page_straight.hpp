#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the print runs along the picture.
// Fails when it slopes by more than skew_max_deg; IMG_SKEW.
// Known misses: slopes beyond 20 degrees; pages without print.
// Why: a slope of 3 degrees moves the end of a line on A4 by a centimetre, out of its place on a
// form.
extern const Check kPageStraight;

}  // namespace vermilion::pipeline::checks
