#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when a credit code that passes both check digits stands on the page, printed as it should
// be. Fails when none is read (USCC_UNREADABLE), unless the print all but certainly shows the code
// that the plan expects; when a line reads clearly as one and fails its
// check digits (USCC_BAD_CHECK) or is one of the early pilot's (USCC_LEGACY); when the code is
// printed with letters the standard never uses (USCC_LOOKALIKE); when the picture shows a second,
// different code, in print or in a symbol (USCC_SEVERAL). Known misses: see the figures in the
// README; codes that are not read are never guessed. Why: the code is the organisation's name in
// every register; 0 for O is the commonest slip.
extern const Check kCreditCodeReadable;

}  // namespace vermilion::pipeline::checks
