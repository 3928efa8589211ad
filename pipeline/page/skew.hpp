#pragma once

#include "pipeline/page/text_lines.hpp"

namespace vermilion::pipeline::page {

// Slope of the print against the picture in degrees, positive when lines fall to the right. From
// the lines themselves; where too few are found, from the print as a whole, up to 20 degrees either
// way. 0 for a page without print.
double skew_of(const TextLines& lines);

}  // namespace vermilion::pipeline::page
