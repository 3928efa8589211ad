#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the identity card was copied at its own size, 85.6 mm wide.
// Fails outside scale_min to scale_max; COPY_REDUCED.
// Known misses: cards whose outline the copier left out, and pages of which only the card itself
// tells how large they are.
// Why: 身份证须 1:1 复印.
extern const Check kCardOriginalSize;

}  // namespace vermilion::pipeline::checks
