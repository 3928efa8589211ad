#pragma once

#include "models/training/random.hpp"

#include <opencv2/core/mat.hpp>

// What paper, copies, seals and cameras do to print. Pictures are 32 bit floats of one channel, 0
// black and 255 white, unless it is said otherwise.
namespace vermilion::models {

// Print, 0 to 255 of 8 bit, on paper of some brightness with ink of another; light that falls
// unevenly, ornament and guilloche on some.
cv::Mat printed_on_paper(const cv::Mat& coverage, Random& random);

// Letters of a watermark across it. `em` is the height of the print in pixels.
void watermark(cv::Mat& picture, double em, Random& random);

// Arcs and strokes of a seal across it, as much as is left of red ink in red light.
void stamp_over(cv::Mat& picture, double em, Random& random);

// Blurred, sharpened, noisy and compressed as JPEG; 8 bit. `capital` is the height of the capitals.
cv::Mat photographed(cv::Mat picture, double capital, Random& random);

}  // namespace vermilion::models
