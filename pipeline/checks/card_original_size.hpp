#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// The identity card was copied at its own size, 85.6 mm wide.
// Fails outside scale_min to scale_max; COPY_REDUCED. Says nothing where only the card itself tells
// how large the page is.
extern const Check kCardOriginalSize;

}  // namespace vermilion::pipeline::checks
