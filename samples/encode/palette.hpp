#pragma once

#include "samples/picture.hpp"

#include <vector>

namespace vermilion::samples::encode {

using Palette = std::vector<cv::Vec3b>;

// Colours a document needs: greys and reds first, a coarse cube of the rest where there is room.
[[nodiscard]] Palette palette_of_16();
[[nodiscard]] Palette palette_of_256();

// For every pixel the number of the nearest colour.
[[nodiscard]] Mask indexed(const Picture& picture, const Palette& palette);

// 0 and 1: ink and paper, parted where Otsu's method parts them.
[[nodiscard]] Mask bilevel(const Picture& picture);

}  // namespace vermilion::samples::encode
