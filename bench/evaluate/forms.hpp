#pragma once

#include "pipeline/inspect.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace vermilion::evaluate {

struct DrawnForms {
  int count = 0;  // scans of each form
  std::uint64_t seed = 500'000;
  std::filesystem::path rules;
  std::string only;   // forms whose name holds this; all when empty
  std::string keep;   // folder for the scans that went wrong; empty: they are not kept
  bool each = false;  // a line for each that went wrong
};

// Prints forms, has them come back stamped and scanned, a share of them with something wrong, and
// prints what was seen of it: codes, placement, defects, false alarms, cost.
void print_forms(pipeline::Inspector& inspector, const DrawnForms& wanted);

}  // namespace vermilion::evaluate
