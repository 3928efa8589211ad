#pragma once

#include "samples/picture.hpp"
#include "samples/random.hpp"

namespace vermilion::samples::capture {

// Specks and hairs that lay on the glass, and streaks along the way of the paper.
void dust(Picture& picture, double dpi, int specks, Random& random);

// Fine black specks everywhere, as toner scatters them.
void scatter_toner(Picture& picture, double dpi, double specks_per_cm2, Random& random);

}  // namespace vermilion::samples::capture
