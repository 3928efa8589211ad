#pragma once

#include <opencv2/core/mat.hpp>

namespace vermilion::pipeline::codec {

// A decoded picture as the readers want it: brightness at full size, colour at half. JPEG stores it
// so; taking the planes saves the colour conversion that a decode to BGR would pay (0.2 of a
// decode).
struct Planes {
  cv::Mat luma;  // 8 bit, rows x cols
  cv::Mat cb;    // 8 bit, half of luma rounded up; 128 is neutral. Empty for a grey picture
  cv::Mat cr;

  // Each half of the one before, rounded down, where the decoder made them while the rows were at
  // hand: reading whole planes again would cost 0.1 of a decode. Empty otherwise.
  cv::Mat luma_half = {};
  cv::Mat luma_quarter = {};
  cv::Mat cb_quarter = {};
  cv::Mat cr_quarter = {};

  bool coloured() const { return !cr.empty(); }
};

}  // namespace vermilion::pipeline::codec
