#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when every box of the form holds the seal or the signature it asks for.
// Fails when one is empty: SEAL_NONE where only a seal will do, SIGN_NONE where somebody may or
// must sign. Where the seal stands in another box, that is told instead; where there is red ink but
// no seal was made out, a person looks. Known misses: a box somebody scribbled in. Why: an
// electronic seal is made from each box, and a letter without them binds nobody.
extern const Check kBoxesStamped;

}  // namespace vermilion::pipeline::checks
