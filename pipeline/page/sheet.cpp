#include "pipeline/page/sheet.hpp"

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::page {

double proportion(cv::Size2d size) {
  return std::max(size.width, size.height) / std::min(size.width, size.height);
}

bool is_a4(cv::Size2d size, double slack) {
  return std::abs(proportion(size) * kA4ShortMm / kA4LongMm - 1) < slack;
}

}  // namespace vermilion::pipeline::page
