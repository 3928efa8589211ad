#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the seal in a box has the shape that is asked for: the legal person's square where the
// form says so, a company's round or oval.
// Fails otherwise: LSEAL_NOT_SQUARE, SEAL_NOT_ROUND.
// Known misses: rounded squares count as square.
// Why: 法人章为红色方章. What was stamped with another seal has to be stamped again.
extern const Check kSealsOfRightShape;

}  // namespace vermilion::pipeline::checks
