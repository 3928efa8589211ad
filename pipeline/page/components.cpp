#include "pipeline/page/components.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdint>

namespace vermilion::pipeline::page {
namespace {

struct Extent {
  int left = INT32_MAX;
  int top = INT32_MAX;
  int right = 0;
  int bottom = 0;
  int area = 0;

  void add(int y, int begin, int end) {
    left = std::min(left, begin);
    right = std::max(right, end);
    top = std::min(top, y);
    bottom = y + 1;
    area += end - begin;
  }
};

std::vector<Extent> extents_of(const cv::Mat& labels, int count) {
  std::vector<Extent> extents(static_cast<std::size_t>(count));
  for (int y = 0; y < labels.rows; ++y) {
    const auto* row = labels.ptr<std::int32_t>(y);
    for (int x = 0; x < labels.cols;) {
      const std::int32_t label = row[x];
      const int begin = x;
      while (x < labels.cols && row[x] == label) ++x;
      if (label != 0) extents[static_cast<std::size_t>(label)].add(y, begin, x);
    }
  }
  return extents;
}

}  // namespace

Components components_of(const cv::Mat& mask) {
  Components components;
  const int count = cv::connectedComponents(mask, components.labels, 8, CV_32S);
  const std::vector<Extent> extents = extents_of(components.labels, count);
  for (std::size_t label = 1; label < extents.size(); ++label) {
    const Extent& e = extents[label];
    components.list.push_back(
        {cv::Rect(cv::Point(e.left, e.top), cv::Point(e.right, e.bottom)), e.area});
  }
  return components;
}

}  // namespace vermilion::pipeline::page
