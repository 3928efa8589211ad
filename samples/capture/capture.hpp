#pragma once

#include "samples/capture/shot.hpp"
#include "samples/random.hpp"
#include "samples/recipe.hpp"

namespace vermilion::samples::capture {

// From the sheet on the desk to the picture that is handed in: what took it, and what the recipe
// wants to be wrong with that. A born-digital page meets neither glass nor lens unless asked for.
[[nodiscard]] Shot capture(Shot page, const Recipe& recipe, bool born_digital, Random random);

}  // namespace vermilion::samples::capture
