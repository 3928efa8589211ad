#pragma once

#include "pipeline/codec/planes.hpp"

#include <array>
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
  std::uint8_t* row() { return pair_.ptr(y_ % 2); }

  // The row has been written.
  void next();

  // After the last row.
  Planes take() { return std::move(planes_); }

 private:
  void write_luma(int first_row);
  void write_chroma(int row);

  int y_ = 0;
  cv::Mat pair_;                     // an even row and the odd one below it
  std::array<cv::Mat, 3> channels_;  // the same, one channel each: what the compiler can vectorise
  std::array<std::vector<int>, 3> sums_;
  Planes planes_;
};

}  // namespace vermilion::pipeline::codec
