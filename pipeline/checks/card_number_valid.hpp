#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the number on the identity card passes its check and is the order's.
// Fails where two readings agree on one that does not pass, ID_BAD_CHECK, or on none but another
// valid one, ID_NOT_EQUAL_ORDER. Reports never carry the number; the day of birth is masked.
// Known misses: numbers that no two readings agree on, and cards whose outline is not found.
// Why: the certificate is handed to the agent whose card it is.
extern const Check kCardNumberValid;

}  // namespace vermilion::pipeline::checks
