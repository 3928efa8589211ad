#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when nothing speaks for a printed seal.
// Fails when the ink shows the dot screen of a printer; SEAL_PRINTED, a note and never more: at 200
// dpi a screen does not survive JPEG, and inkjets have none. Known misses: most prints below 250
// dpi, all inkjet prints. Why: 不得使用打印或复印的印章; the paper step decides.
extern const Check kSealStamped;

}  // namespace vermilion::pipeline::checks
