#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the paper is bright and the print stands out from it.
// Fails when the paper is darker than paper_min or the contrast less than contrast_min; IMG_DARK.
// Known misses: a coloured form may be darker than white paper and still be well lit.
// Why: below these, red ink and grey print of a copy can no longer be told apart.
extern const Check kPageBright;

}  // namespace vermilion::pipeline::checks
