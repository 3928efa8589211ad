#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <vector>

namespace vermilion::pipeline::page {

struct Component {
  cv::Rect box;
  int area = 0;  // in pixels
};

// Pixels of a mask that touch each other, corners included. cv::connectedComponentsWithStats also
// sums up centroids, which nobody here asks for and which cost three times the rest.
struct Components {
  cv::Mat labels;               // 32 bit, 0 for the ground
  std::vector<Component> list;  // of label 1 and on, in the order of their first pixels
};

// `mask` is 8 bit, not 0 where set.
Components components_of(const cv::Mat& mask);

}  // namespace vermilion::pipeline::page
