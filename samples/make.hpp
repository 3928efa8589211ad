#pragma once

#include "samples/recipe.hpp"
#include "samples/truth.hpp"

#include <cstddef>
#include <string>
#include <vector>

// The door of the samples: a recipe in, a file and what is in it out.
namespace vermilion::samples {

struct Sample {
  std::vector<std::byte> bytes;
  std::string extension;  // "jpg", "png", "bmp"
  Truth truth;
};

// Pure: the same recipe gives the same bytes on any machine with the same libraries and fonts. The
// recipe's defects must go together and with its document, as those of `random_recipe` do. Throws
// MissingFont (samples/canvas.hpp) where Debian's fonts-noto-cjk is not installed.
[[nodiscard]] Sample make(const Recipe& recipe);

}  // namespace vermilion::samples
