#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"

#include <opencv2/core/mat.hpp>

#include <optional>
#include <vector>

namespace vermilion::pipeline::page {

// How wide the edges of the print are, as the distance in which brightness rises from 10 to 90 per
// cent. Hardly depends on how much is printed, unlike the variance of the Laplacian, whose usual
// thresholds are off by a factor of ten between resolutions.
struct Region {
  cv::Rect box;         // in pixels of the page
  float spread_px = 0;  // median of its strong edges
  float finest_px = 0;  // tenth of them: what the picture can show at best
};

struct Sharpness {
  std::vector<Region> regions;     // where there is print, at most a dozen
  std::optional<float> spread_px;  // median over the regions
  std::optional<float> worst_px;   // the blurred end of them
  std::optional<float> finest_px;
};

Sharpness sharpness_of(const Pyramid& pyramid, const Light& light, const TextLines& lines);

// Edge spreads found along the rows and columns of a patch, in pixels. `amplitude_min` keeps noise
// and worn print out.
std::vector<float> edge_spreads(const cv::Mat& luma, int amplitude_min);

}  // namespace vermilion::pipeline::page
