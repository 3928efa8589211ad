#pragma once

#include "samples/capture/shot.hpp"
#include "samples/random.hpp"
#include "samples/recipe.hpp"

namespace vermilion::samples::capture {

// From the sheet on the desk to the upright picture: what took it, and what the recipe wants to be
// wrong with that. A born-digital page meets neither glass nor lens unless asked for.
[[nodiscard]] Shot capture(Shot page, const Recipe& recipe, bool born_digital,
                           const Random& random);

// The clockwise turn that will make the stored picture upright.
[[nodiscard]] int turn_deg(const Recipe& recipe);

// The upright picture as it is stored.
[[nodiscard]] Picture stored(const Picture& upright, int turn_deg);

}  // namespace vermilion::samples::capture
