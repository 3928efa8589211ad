#pragma once

#include "service/overlay/placement.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::service::overlay {

// Where a page carries something to read: print, seals, edges.
class Ground {
 public:
  // `corner` is where the page lies on the canvas.
  Ground(const cv::Mat& bgr, Point corner);

  // The share of `rect` that is not plain paper: 0 blank … 1. Beside the page there is nothing.
  [[nodiscard]] double busyness(const Rect& rect) const;

 private:
  Point corner_;
  cv::Mat sums_;  // integral image of the edges, at a quarter of the size
};

}  // namespace vermilion::service::overlay
