#pragma once

#include "pipeline/inspect.hpp"

#include <cstdint>
#include <string>

namespace vermilion::evaluate {

struct DrawnSets {
  int count = 0;  // of each
  std::uint64_t seed = 500'000;
  std::string only;  // the name of one; all when empty
  bool each = false;
};

// Draws samples of five sets, clean to stamped over, a tenth of them with a code that is printed
// wrong, and prints how the credit codes on them were read.
void print_drawn(pipeline::Inspector& inspector, const DrawnSets& wanted);

}  // namespace vermilion::evaluate
