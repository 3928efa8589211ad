#pragma once

#include "bench/speed/rows.hpp"

namespace vermilion::speed {

// How long it takes to read an order of a hundred events out of its log, which is what every
// command to it begins with. Fastest of the rounds.
MaybeRow fold_row();

}  // namespace vermilion::speed
