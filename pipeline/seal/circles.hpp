#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <vector>

namespace vermilion::pipeline::seal {

struct Circle {
  cv::Point2f centre;
  float radius = 0;
  float support = 0;  // edge pixels that point at the centre per pixel of circumference; about 2
                      // for a whole thin ring, which has an outer and an inner edge
};

struct RadiusRange {
  float min = 0;
  float max = 0;
};

// Rings in a picture where ink is bright and paper dark (redness, or darkness). Every edge pixel
// votes along its gradient; the votes of a ring meet in its centre, whatever else stands inside,
// over or beside it. Strongest first; at most a dozen; rings inside stronger rings are left out.
std::vector<Circle> circles(const cv::Mat& ink, RadiusRange radii);

}  // namespace vermilion::pipeline::seal
