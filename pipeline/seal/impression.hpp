#pragma once

#include "pipeline/seal/outline.hpp"
#include "pipeline/seal/rim.hpp"

#include <vector>

namespace vermilion::pipeline::seal {

// An impression on the page; the outline in pixels of the full-size page.
struct Impression {
  Outline outline;
  Rim rim;
  bool red = true;  // false: found by shape alone, in grey
};

bool overlaps(const Outline& a, const Outline& b);

// Adds what was found unless it lies over one that is kept already, or there are too many.
void keep(std::vector<Impression>& kept, const Impression& found);

}  // namespace vermilion::pipeline::seal
