#pragma once

#include "samples/picture.hpp"
#include "samples/random.hpp"

namespace vermilion::samples::capture {

// Bands where the pixels of a screen and of a sensor come in and out of step; each colour has its
// own, since its stripes on the screen lie beside the others. `depth` is the share of light that
// comes and goes.
void beat(Picture& picture, double depth, Random& random);

}  // namespace vermilion::samples::capture
