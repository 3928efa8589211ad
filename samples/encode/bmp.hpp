#pragma once

#include "samples/encode/encoded.hpp"
#include "samples/picture.hpp"

namespace vermilion::samples::encode {

struct BmpSettings {
  int bits = 24;          // a pixel: 1, 4, 8 with a palette, 24, 32
  bool top_down = false;  // the first row first, told by a negative height
};

[[nodiscard]] Bytes bmp(const Picture& picture, int dpi, const BmpSettings& settings);

}  // namespace vermilion::samples::encode
