#pragma once

#include "bench/evaluate/inspections.hpp"

namespace vermilion::evaluate {

// The pipeline, the peers and chains of peers on the same images, a line each. Starts every peer
// once for each image.
void print_comparison(Inspections& inspections);

}  // namespace vermilion::evaluate
