#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when no seal lies over what the form says of its order.
// Fails when one covers more than covered_max_mm2 of a value, a code or a text that names
// somebody; SEAL_COVERS_KEY. Where a seal may stand after all the document type says.
// Known misses: what is written by hand.
// Why: 公章不要压住关键信息. The template knows where that is.
extern const Check kSealsClearOfKey;

}  // namespace vermilion::pipeline::checks
