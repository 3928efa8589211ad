#pragma once

#include "pipeline/inspect.hpp"

#include <cstdint>

// Copies of identity cards, with and without defects, and names around seals that are nearly the
// organisation's.
namespace vermilion::evaluate {

struct DrawnCards {
  int count = 0;  // pages of each condition
  std::uint64_t seed = 500'000;
  bool each = false;  // a line for each that went wrong
};

// How often each defect of a card is found, and how often one is claimed where none is.
void print_cards(pipeline::Inspector& inspector, const DrawnCards& wanted);

// How often the name around a stamped seal passes: the organisation's own, one with one or two
// other characters, and another organisation's.
void print_seal_names(pipeline::Inspector& inspector, const DrawnCards& wanted);

}  // namespace vermilion::evaluate
