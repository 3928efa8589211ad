#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the scan has enough pixels to the inch of paper.
// Fails below dpi_warn, blocks below dpi_block; IMG_LOWRES. The resolution is read off the sheet or
// a seal's ring, not off what the file says of itself. Known misses: pictures that show neither a
// whole sheet nor a seal. Why: at 150 dpi a digit of 12 pt is 16 pixels high, at 100 dpi 11; the
// number of a seal 9 and 5.
extern const Check kPageResolution;

}  // namespace vermilion::pipeline::checks
