#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when every digit of the number in a company's round seal can be read.
// Fails when fewer than digits_min are made out with score_min each; SEAL_CODE_UNREADABLE. The
// measurement keeps a score for each digit.
// Not judged where a digit is lower than digit_px_min, for no reader could: that scan is too
// coarse. Known misses: numbers of another length; a digit that reads clearly as another one. A
// seal without a number fails, for a person to look. Why: 编号要每一位都非常清晰，否则无法制作.
extern const Check kSealNumberLegible;

}  // namespace vermilion::pipeline::checks
