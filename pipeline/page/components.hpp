#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <span>
#include <vector>

namespace vermilion::pipeline::page {

// Pixels side by side that are set.
struct Run {
  int row = 0;
  int begin = 0;
  int end = 0;  // the first that is not
};

// Appends those of one row of a mask; what lies less than `gap` apart is one run.
void append_runs(std::vector<Run>& runs, const cv::Mat& mask, int row, int gap = 1);

struct Component {
  cv::Rect box;
  int area = 0;  // in pixels
};

// Pixels of a mask that touch each other, corners included. They are kept as runs, of which a page
// has some thousands, instead of labels of its half million pixels: cv::connectedComponents takes
// four times as long, and whoever asks for the pixels of one would have to search its box for them.
class Components {
 public:
  std::vector<Component> list;  // in the order of their first pixels, row by row

  // Of the nth of the list, row by row.
  std::span<const Run> runs_of(std::size_t nth) const {
    return std::span(runs_).subspan(first_[nth], first_[nth + 1] - first_[nth]);
  }

 private:
  friend Components components_of(const cv::Mat& mask, int gap);

  std::vector<Run> runs_;           // component by component
  std::vector<std::size_t> first_;  // of each component, and the end of all
};

// `mask` is 8 bit, not 0 where set. What lies less than `gap` apart in a row touches, too, and the
// gap counts as set: as if the mask had been closed along its rows, without the cost of it.
Components components_of(const cv::Mat& mask, int gap = 1);

}  // namespace vermilion::pipeline::page
