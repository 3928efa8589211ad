#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the seal stands on a blank area.
// Fails when print-sized dark strokes lie beneath it; SEAL_COVERS_TEXT.
// Known misses: print in red; print that the ink hides altogether.
// Why: 公章不要压住关键信息. Which text is key is known to a form, not to a picture.
extern const Check kSealClearOfText;

}  // namespace vermilion::pipeline::checks
