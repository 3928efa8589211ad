#pragma once

#include "pipeline/seal/outline.hpp"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace vermilion::pipeline::seal {

// Connected patches of ink whose hull is an ellipse or a rectangle: the oval and square seals.
// `mask` is 8 bit, not 0 where there is ink. Largest first.
std::vector<Outline> blobs(const cv::Mat& mask);

// The boxes of all connected patches, whatever their shape.
std::vector<cv::Rect> patches(const cv::Mat& mask);

}  // namespace vermilion::pipeline::seal
