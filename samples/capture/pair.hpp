#pragma once

#include "samples/capture/shot.hpp"
#include "samples/random.hpp"

namespace vermilion::samples::capture {

// Two sheets in one picture.
struct Pair {
  Shot first;                 // its pixels show both
  Transform second_to_first;  // millimetres on the second sheet to those of the first
};

// Side by side where the first stands upright, else one below the other; at full size or reduced,
// down to both on one sheet.
[[nodiscard]] Pair in_one(const Shot& first, const Shot& second, Random random);

// The second sheet in whatever has become of the first one's picture.
[[nodiscard]] Shot of_second(const Pair& pair, const Shot& first);

}  // namespace vermilion::samples::capture
