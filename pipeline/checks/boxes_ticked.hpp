#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when every box that is to be ticked by hand is.
// Fails when one holds less ink than ink_min_mm2; TPL_UNTICKED.
// Known misses: a tick beside its box.
// Why: what nobody ticked nobody agreed to.
extern const Check kBoxesTicked;

}  // namespace vermilion::pipeline::checks
