#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when every seal stands in a box that asks for one of its kind.
// Fails when a company's seal stands in the box of a person, a person's in that of the company, or
// a seal in no box at all; SEAL_WRONG_BOX. Known misses: two people's seals in each other's boxes,
// since sizes tell kinds and not names. Why: the electronic seal is cut from its box.
extern const Check kSealsInTheirBoxes;

}  // namespace vermilion::pipeline::checks
