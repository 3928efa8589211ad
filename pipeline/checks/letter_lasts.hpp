#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the letter of authorisation is valid for long enough to finish with the order.
// Fails when it ends in less than days_min; LETTER_EXPIRES_SOON.
// Known misses: a last day that a hand wrote so that it is not read.
// Why: 委托书的有效期尽量长一些.
extern const Check kLetterLasts;

}  // namespace vermilion::pipeline::checks
