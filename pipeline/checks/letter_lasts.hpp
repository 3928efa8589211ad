#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the letter of authorisation is valid for long enough to finish with the order.
// Fails when it ends in less than days_min; LETTER_EXPIRES_SOON. A last day written by hand is
// handed to a person with its place, what it seems to read and the first day that will do;
// TPL_HANDWRITTEN, unless every look reads a day that is too soon.
// Known misses: a printed last day that is not read.
// Why: 委托书的有效期尽量长一些.
extern const Check kLetterLasts;

}  // namespace vermilion::pipeline::checks
