#pragma once

#include "pipeline/inspect.hpp"

#include <cstdint>
#include <string>

namespace vermilion::evaluate {

struct SealMatrix {
  int count = 0;  // pages of each condition
  std::uint64_t seed = 700'000;
  std::string only;  // the name of one; all when empty
  bool each = false;
};

// Draws pages under one condition after another, half of them copies in colour with the registrar's
// seal red too, and prints how their red seals were found: once, where, how large, whose, how red.
void print_drawn_seals(pipeline::Inspector& inspector, const SealMatrix& wanted);

}  // namespace vermilion::evaluate
