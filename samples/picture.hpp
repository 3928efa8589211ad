#pragma once

#include "samples/canvas.hpp"

#include <opencv2/core.hpp>

namespace vermilion::samples {

// Pixels in memory: 8 bits a channel, red first. Inside this room only.
using Picture = cv::Mat3b;
using Mask = cv::Mat1b;

[[nodiscard]] Picture picture_of(const Canvas& paper);
[[nodiscard]] Mask mask_of(const Canvas& mask);

}  // namespace vermilion::samples
