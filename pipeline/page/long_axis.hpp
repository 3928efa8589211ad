#pragma once

#include <opencv2/core/types.hpp>

namespace vermilion::pipeline::page {

// The line through a patch of pixels, and how wide the patch is across it.
struct LongAxis {
  cv::Point2d centre;
  double slope_rad = 0;  // positive: falls to the right
  double across = 0;     // variance; that of a uniform band is a twelfth of its height squared
};

// Sums over pixels, each counted by its weight.
class Moments {
 public:
  void add(double x, double y, double weight = 1) {
    sum_ += weight;
    x_ += weight * x;
    y_ += weight * y;
    xx_ += weight * x * x;
    xy_ += weight * x * y;
    yy_ += weight * y * y;
  }

  // Those of a row from `begin` to before `end`, each counted once.
  void add_run(int begin, int end, int row);

  double sum() const { return sum_; }

  // Of one pixel at least.
  LongAxis long_axis() const;

 private:
  double sum_ = 0;
  double x_ = 0;
  double y_ = 0;
  double xx_ = 0;
  double xy_ = 0;
  double yy_ = 0;
};

}  // namespace vermilion::pipeline::page
