#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the picture shows the detail its number of pixels promises.
// Fails when its finest edges are as wide as if it had been enlarged upscaling_max times;
// IMG_UPSCALED. Known misses: enlargements below that; a picture that is blurred throughout looks
// the same, and is then reported as blurred by page_sharp as well. Why: an enlarged phone picture
// passes every test of size and has no detail.
extern const Check kPageOriginalSize;

}  // namespace vermilion::pipeline::checks
