#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the edges of the print are narrow everywhere on the page.
// Fails when the blurred tenth of the page is wider than edge_spread_warn_mm, or the page as a
// whole wider than edge_spread_block_mm; IMG_BLUR, with the worst place. Known misses: pages
// without print or of unknown scale. Why: from 0.3 mm on the digits of a seal's number run
// together; above 0.5 mm so does 12 pt print.
extern const Check kPageSharp;

}  // namespace vermilion::pipeline::checks
