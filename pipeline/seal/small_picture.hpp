#pragma once

#include "pipeline/seal/outline.hpp"

#include <opencv2/core/mat.hpp>

#include <string>

namespace vermilion::pipeline::seal {

// What the outline holds of the page's brightness, small and written down; see likeness.hpp. The
// outline is in pixels of the picture.
[[nodiscard]] std::string small_picture(const cv::Mat& luma, const Outline& outline);

}  // namespace vermilion::pipeline::seal
