#pragma once

#include "samples/capture/shot.hpp"
#include "samples/random.hpp"

namespace vermilion::samples::capture {

// A flatbed scanner in order: its optics, a paper that is not quite white, a sheet that does not
// lie quite straight, faint noise. `skew_deg` positive: lines fall to the right.
[[nodiscard]] Shot scan(const Shot& sheet, double dpi, double skew_deg, Random random);

// Skew nobody notices: within half a degree.
[[nodiscard]] double unnoticed_skew_deg(Random& random);

}  // namespace vermilion::samples::capture
