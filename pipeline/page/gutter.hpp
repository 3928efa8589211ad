#pragma once

#include "pipeline/page/text_lines.hpp"

#include <opencv2/core/types.hpp>

#include <optional>

namespace vermilion::pipeline::page {

// The band without print between two documents in one picture.
struct Gutter {
  bool upright = true;  // documents side by side; else one below the other
  float at = 0;         // its middle, in pixels of the page

  // Do both lie on the same side of it?
  bool same_side(cv::Point2f a, cv::Point2f b) const {
    return upright ? (a.x < at) == (b.x < at) : (a.y < at) == (b.y < at);
  }

  // The part of the page on the other side.
  cv::Rect beyond(cv::Point2f here, cv::Size page) const {
    const auto middle = static_cast<int>(at);
    const cv::Rect whole({}, page);
    const bool first = upright ? here.x < at : here.y < at;
    if (upright)
      return whole & cv::Rect(first ? middle : middle - page.width, 0, page.width, page.height);
    return whole & cv::Rect(0, first ? middle : middle - page.height, page.width, page.height);
  }
};

// From the lines alone, so that it costs nothing. A level band may lie between two paragraphs just
// as well: it only tells where another document would be, and counts in pictures that are no single
// sheet of A4.
std::optional<Gutter> gutter_of(const TextLines& lines, cv::Size page);

}  // namespace vermilion::pipeline::page
