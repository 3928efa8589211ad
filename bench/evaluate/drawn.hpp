#pragma once

#include "pipeline/inspect.hpp"

#include <cstdint>

namespace vermilion::evaluate {

// Draws `count` samples for each of five sets, clean to stamped over, a tenth of them with a code
// that is printed wrong, and prints how the credit codes on them were read.
void print_drawn(pipeline::Inspector& inspector, int count, std::uint64_t seed, bool each);

}  // namespace vermilion::evaluate
