#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the holder's seal stands on the page.
// Fails when no seal does; SEAL_NONE, blocking. Where there is only what seems to be the
// registrar's seal a person looks, since telling the two apart is a judgement. Known misses: seals
// so faint that they are lost in the paper; see samples/README.md. Why: a copy without the
// organisation's seal proves nothing.
extern const Check kSealPresent;

}  // namespace vermilion::pipeline::checks
