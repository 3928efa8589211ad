#pragma once

#include "samples/picture.hpp"
#include "samples/random.hpp"

namespace vermilion::samples::capture {

// A black-and-white photocopy: everything grey, pale grounds washed out, strokes a little fatter.
// Whoever stamps it afterwards stamps the only red on the page.
void photocopy(Picture& page, double dpi, Random random);

// A colour copier: contrast raised, gold duller, everything slightly softer.
void colour_copy(Picture& page, double dpi, Random random);

}  // namespace vermilion::samples::capture
