#pragma once

#include <opencv2/core/mat.hpp>

#include <optional>

namespace vermilion::pipeline::page {

// Where the page lies in a screenshot of a viewer: what is left when the bars and margins around it
// are taken away, which are of a few flat colours other than the paper's. Absent where the picture
// is the page, as scans and photos are. Begins and ends at even pixels, as colour is stored.
std::optional<cv::Rect> area_of(const cv::Mat& luma);

}  // namespace vermilion::pipeline::page
