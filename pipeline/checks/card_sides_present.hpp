#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// The page shows both sides of an identity card.
// Fails where labels of one are seen nowhere; ID_SIDE_MISSING, for a person to look.
extern const Check kCardSidesPresent;

}  // namespace vermilion::pipeline::checks
