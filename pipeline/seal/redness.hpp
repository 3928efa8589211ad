#pragma once

#include "pipeline/page/light.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::pipeline::seal {

// How red each pixel is against the paper: 8 bit, twice the excess of Cr over the paper's, 0 where
// the hue is another (gold, skin, blue, magenta). Balancing to the paper first keeps faint ink that
// a fixed range of hue and saturation loses: down to 15 % coverage instead of 25 %.
cv::Mat redness(const cv::Mat& cb, const cv::Mat& cr, const page::Light& light);

// The same with the neighbouring hues, from the orange of a worn pad to purple: for places where a
// shape already speaks for a seal. The titles of licences are as orange.
cv::Mat near_redness(const cv::Mat& cb, const cv::Mat& cr, const page::Light& light);

}  // namespace vermilion::pipeline::seal
