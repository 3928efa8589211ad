#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when nobody enlarged the picture.
// Fails when it carries the trace of an enlargement by upscaling_max or more; IMG_UPSCALED. Known
// misses: enlargements below 2 and by exactly 2, and those compressed hard afterwards. Why: an
// enlarged small picture passes every test of size and has no detail.
extern const Check kPageOriginalSize;

}  // namespace vermilion::pipeline::checks
