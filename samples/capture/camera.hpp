#pragma once

#include "samples/capture/shot.hpp"
#include "samples/random.hpp"

namespace vermilion::samples::capture {

// Looks at the sheet not quite from above: `keystone` is how much shorter the far edge appears.
// Outside the sheet there is nothing but the lid of a document camera.
[[nodiscard]] Shot tilt(const Shot& sheet, double keystone, double skew_deg, Random random);

// A phone over a desk: tilted, lit from one side, warm or cold, a little out of focus.
[[nodiscard]] Shot photograph(const Shot& sheet, double keystone, double skew_deg, Random random);

// A phone in front of a screen that shows the page: the two grids of pixels beat against each other
// and leave moire of the given depth.
[[nodiscard]] Shot photograph_screen(const Shot& sheet, double moire, double skew_deg,
                                     Random random);

}  // namespace vermilion::samples::capture
