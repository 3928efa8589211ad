#pragma once

#include "pipeline/seal/outline.hpp"

#include <opencv2/core/mat.hpp>

#include <optional>

namespace vermilion::pipeline::seal {

// How wide the outer edge of a rim is: the 10-90 % rise of brightness across it, median over rays,
// in pixels of `luma`. nullopt where too little of the rim stands out.
std::optional<double> rim_spread_px(const cv::Mat& luma, const Outline& outline);

}  // namespace vermilion::pipeline::seal
