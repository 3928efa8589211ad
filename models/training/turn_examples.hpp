#pragma once

#include "models/training/example.hpp"
#include "models/training/random.hpp"

#include <vector>

namespace vermilion::models {

// Windows of a printed block that lies in one of four ways, found and cut as the pipeline does it;
// each labelled with the quarter turns clockwise that make the block upright.
std::vector<Example> turn_examples(Random& random);

}  // namespace vermilion::models
