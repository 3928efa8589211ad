#pragma once

#include "samples/handed_in.hpp"
#include "samples/recipe.hpp"

#include <optional>

namespace vermilion::samples {

// The other document of a picture that shows two, as it was handed in, and what it was drawn by.
struct Companion {
  Recipe recipe;
  HandedIn sheet;
};

[[nodiscard]] std::optional<Companion> companion_of(const Recipe& recipe, const Random& random);

}  // namespace vermilion::samples
