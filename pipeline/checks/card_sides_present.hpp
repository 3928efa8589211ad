#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the page shows both sides of an identity card.
// Fails where labels of one are seen nowhere; ID_SIDE_MISSING, for a person to look.
// Known misses: none found; a side too pale to read is reported though it is there.
// Why: one side has the name and the number, the other how long the card is valid.
extern const Check kCardSidesPresent;

}  // namespace vermilion::pipeline::checks
