#pragma once

#include "pipeline/codec/planes.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vermilion::pipeline::codec {

// Zeroed planes, without chroma for a grey picture.
Planes blank_planes(int width, int height, bool coloured);

// Turns rows of R, G, B bytes, given from top to bottom, into planes with the full-range
// coefficients of JFIF 1.02 (ITU-R BT.601). Holds two rows, never a picture.
class RgbToPlanes {
 public:
  RgbToPlanes(int width, int height, bool coloured);

  // Where the next row is to be written: three bytes for each pixel.
  std::uint8_t* row() { return rows_.data() + (y_ % 2) * row_bytes_; }

  // The row has been written.
  void next();

  // After the last row.
  Planes take() { return std::move(planes_); }

 private:
  void write_luma();
  void write_chroma();

  int width_;
  int height_;
  int y_ = 0;
  std::size_t row_bytes_;
  std::vector<std::uint8_t> rows_;  // an even one and the odd one below it
  Planes planes_;
};

}  // namespace vermilion::pipeline::codec
