#pragma once

#include "samples/picture.hpp"
#include "samples/random.hpp"

namespace vermilion::samples {

// Red that is no seal, printed over a sheet of so many pixels an inch.
void red_strip(Picture& page, double dpi, const Rect& strip);

// One line of large characters across the middle above the seal, as a red-headed paper has it.
void red_headline(Picture& page, double dpi, const Rect& seal, double size_mm, Random random);

}  // namespace vermilion::samples
