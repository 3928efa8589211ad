#pragma once

#include "pipeline/inspect.hpp"
#include "samples/recipe.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace vermilion::evaluate {

struct DrawnSets {
  int count = 0;  // of each
  std::uint64_t seed = 500'000;
  std::string only;  // the name of one; all when empty
  bool each = false;
};

struct DrawnSet {
  std::string name;
  std::vector<samples::Recipe> recipes;
};

// The sets that are wanted, not drawn yet.
std::vector<DrawnSet> drawn_sets(const DrawnSets& wanted);

// Draws samples of seven sets, clean to two documents in one picture, a tenth of them with a code
// that is printed wrong, and prints how the credit codes on them were read.
void print_drawn(pipeline::Inspector& inspector, const DrawnSets& wanted);

}  // namespace vermilion::evaluate
