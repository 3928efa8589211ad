#include "pipeline/page/long_axis.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace vermilion::pipeline::page {

LongAxis Moments::long_axis() const {
  assert(sum_ > 0);
  const cv::Point2d centre(x_ / sum_, y_ / sum_);
  const double xx = xx_ / sum_ - centre.x * centre.x;
  const double xy = xy_ / sum_ - centre.x * centre.y;
  const double yy = yy_ / sum_ - centre.y * centre.y;
  const double across = (xx + yy) / 2 - std::hypot((xx - yy) / 2, xy);
  return {centre, 0.5 * std::atan2(2 * xy, xx - yy), std::max(across, 0.0)};
}

}  // namespace vermilion::pipeline::page
