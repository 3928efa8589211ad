#include "pipeline/page/components.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>

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

// The next pixel that is set; most of a page is not, so eight at a time.
int next_set(const std::uint8_t* row, int x, int columns) {
  for (std::uint64_t eight = 0; x + 8 <= columns; x += 8) {
    std::memcpy(&eight, row + x, sizeof eight);
    if (eight != 0) break;
  }
  while (x < columns && row[x] == 0) ++x;
  return x;
}

// Set pixels side by side touch, so one label goes for each run of them.
std::vector<Extent> extents_of(const cv::Mat& mask, const cv::Mat& labels, int count) {
  std::vector<Extent> extents(static_cast<std::size_t>(count));
  for (int y = 0; y < mask.rows; ++y) {
    const auto* row = mask.ptr<std::uint8_t>(y);
    const auto* label = labels.ptr<std::int32_t>(y);
    for (int x = next_set(row, 0, mask.cols); x < mask.cols; x = next_set(row, x, mask.cols)) {
      const int begin = x;
      while (x < mask.cols && row[x] != 0) ++x;
      extents[static_cast<std::size_t>(label[begin])].add(y, begin, x);
    }
  }
  return extents;
}

}  // namespace

Components components_of(const cv::Mat& mask) {
  Components components;
  const int count = cv::connectedComponents(mask, components.labels, 8, CV_32S);
  const std::vector<Extent> extents = extents_of(mask, components.labels, count);
  for (std::size_t label = 1; label < extents.size(); ++label) {
    const Extent& e = extents[label];
    components.list.push_back(
        {cv::Rect(cv::Point(e.left, e.top), cv::Point(e.right, e.bottom)), e.area});
  }
  return components;
}

}  // namespace vermilion::pipeline::page
