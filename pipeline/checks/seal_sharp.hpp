#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the edge of the seal's rim is narrow.
// Fails when it is wider than edge_spread_max_mm; SEAL_BLURRED.
// Known misses: pages of unknown scale.
// Why: every digit of the number in a seal must be legible, or no seal can be made from it.
extern const Check kSealSharp;

}  // namespace vermilion::pipeline::checks
