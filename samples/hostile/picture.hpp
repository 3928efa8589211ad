#pragma once

#include "samples/hostile/bytes.hpp"

#include <cstddef>

namespace vermilion::samples::hostile {

struct Picture {
  int width = 0;
  int height = 0;
  Bytes rgb;  // rows from top to bottom

  const std::uint8_t* row(int y) const {
    return rgb.data() + 3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(y);
  }
};

// A small sheet as scanners see it: shaded paper, dark lines of strokes, a red ring. Smooth where
// chroma is, so that halving the chroma loses little.
Picture sheet(int width, int height);

Picture grey(Picture picture);

}  // namespace vermilion::samples::hostile
