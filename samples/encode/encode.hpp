#pragma once

#include "samples/encode/encoded.hpp"
#include "samples/picture.hpp"
#include "samples/random.hpp"
#include "samples/recipe.hpp"

namespace vermilion::samples::encode {

// Writes the picture as the recipe wants: an ordinary JPEG unless a defect of the file is planted.
// `dpi` is what the file says of itself.
[[nodiscard]] Encoded encode(const Picture& picture, int dpi, const Recipe& recipe, Random random);

}  // namespace vermilion::samples::encode
