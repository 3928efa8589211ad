#pragma once

#include "samples/seals/ink.hpp"

#include <vector>

namespace vermilion::samples::seals {

// A red face as a colour laser prints it: magenta and yellow dots whose size follows the tone, on
// grids at 75 and 0 degrees. `dpi` is the density of the face.
[[nodiscard]] std::vector<InkLayer> screened(const Mask& face, double lines_per_inch, double dpi);

}  // namespace vermilion::samples::seals
