#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the title is that of the document the plan expects, or none can be read.
// Fails when another title is read; DOC_WRONG_KIND.
// Known misses: documents without a title in their upper half.
// Why: files end up in the wrong slot; telling at once saves a round of review.
extern const Check kDocumentKindMatches;

}  // namespace vermilion::pipeline::checks
