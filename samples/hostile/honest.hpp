#pragma once

#include "samples/hostile/bytes.hpp"

#include <vector>

namespace vermilion::samples::hostile {

// One small, sound file of every variant that is read: what tests damage and fuzzing starts from.
std::vector<File> honest_files();

}  // namespace vermilion::samples::hostile
