#include "pipeline/page/long_axis.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace vermilion::pipeline::page {

// Sums of consecutive numbers and of their squares: whole, so exact.
void Moments::add_run(int begin, int end, int row) {
  const auto squares_below = [](double n) { return (n - 1) * n * (2 * n - 1) / 6; };
  const double count = end - begin;
  const double columns = count * (begin + end - 1) / 2;
  sum_ += count;
  x_ += columns;
  y_ += count * row;
  xx_ += squares_below(end) - squares_below(begin);
  xy_ += columns * row;
  yy_ += count * row * row;
}

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
