#pragma once

#include "samples/picture.hpp"
#include "samples/random.hpp"

namespace vermilion::samples {

// Smooth random relief, 0 to 255 around 128, whose hills are about `cell_px` apart.
[[nodiscard]] Mask relief(cv::Size size, double cell_px, Random& random);

}  // namespace vermilion::samples
