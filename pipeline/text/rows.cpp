#include "pipeline/text/rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace vermilion::pipeline::text {
namespace {

// In heights of the higher stretch. A bracket and the blank half of its cell are one character
// wide; the gap between two columns of a licence is four and more.
constexpr float kGapMax = 1.7F;
constexpr float kOffMax = 0.5F;     // of the middles, across
constexpr float kHigherMax = 1.8F;  // print of one size

// How far a row is followed beyond its ends, and how much of its height the middle is in which
// print counts: frames above and below do not.
constexpr float kFollowed = 12;
constexpr float kMiddle = 0.6F;

struct Step {
  float along = 0;   // from the end of one to the beginning of the other
  float across = 0;  // of the middles
};

Step step_between(const page::TextLine& left, const page::TextLine& right) {
  const float c = std::cos(left.slope_rad);
  const float s = std::sin(left.slope_rad);
  const cv::Point2f way = right.centre - left.centre;
  const float along = way.x * c + way.y * s - (left.length + right.length) / 2;
  return {along, std::abs(-way.x * s + way.y * c)};
}

bool goes_on(const page::TextLine& left, const page::TextLine& right) {
  const float high = std::max(left.height, right.height);
  const float low = std::min(left.height, right.height);
  if (high > kHigherMax * low) return false;
  const Step step = step_between(left, right);
  return step.along < kGapMax * high && step.across < kOffMax * high;
}

page::TextLine joined(const page::TextLine& left, const page::TextLine& right) {
  const auto end = [](const page::TextLine& line, float side) {
    const cv::Point2f half(std::cos(line.slope_rad), std::sin(line.slope_rad));
    return line.centre + side * line.length / 2 * half;
  };
  const cv::Point2f begin = end(left, -1);
  const cv::Point2f way = end(right, 1) - begin;
  return {.centre = begin + way / 2,
          .length = std::hypot(way.x, way.y),
          .height = std::max(left.height, right.height),
          .slope_rad = std::atan2(way.y, way.x)};
}

// The print beside one end of a row, followed until there is none.
class Follower {
 public:
  Follower(const page::TextLines& lines, const page::TextLine& row)
      : print_(lines.print), scale_(1.0F / static_cast<float>(1 << lines.level)), row_(row) {}

  // How far it goes beyond the end on that side, in pixels of the page.
  float beyond(float side) const {
    float last = 0;
    for (float way = 1 / scale_; way - last < kGapMax * row_.height; way += 1 / scale_) {
      if (way > kFollowed * row_.height) break;
      if (has_print(side * (row_.length / 2 + way))) last = way;
    }
    return last;
  }

 private:
  bool has_print(float along) const {
    const float c = std::cos(row_.slope_rad);
    const float s = std::sin(row_.slope_rad);
    const int reach = std::max(1, static_cast<int>(kMiddle / 2 * row_.height * scale_));
    const cv::Point2f middle = (row_.centre + along * cv::Point2f(c, s)) * scale_;
    const int x = static_cast<int>(middle.x);
    for (int y = static_cast<int>(middle.y) - reach; y <= static_cast<int>(middle.y) + reach; ++y) {
      if (cv::Rect({}, print_.size()).contains({x, y}) && print_.at<std::uint8_t>(y, x) != 0) {
        return true;
      }
    }
    return false;
  }

  const cv::Mat& print_;
  float scale_;
  const page::TextLine& row_;
};

page::TextLine followed(const page::TextLines& lines, const page::TextLine& row) {
  const Follower follower(lines, row);
  const float before = follower.beyond(-1);
  const float after = follower.beyond(1);
  page::TextLine longer = row;
  longer.length += before + after;
  longer.centre +=
      (after - before) / 2 * cv::Point2f(std::cos(row.slope_rad), std::sin(row.slope_rad));
  return longer;
}

}  // namespace

std::vector<page::TextLine> rows_of(const page::TextLines& lines) {
  std::vector<page::TextLine> stretches = lines.lines;
  std::ranges::stable_sort(stretches, {},
                           [](const page::TextLine& line) { return line.bounds().x; });
  std::vector<page::TextLine> rows;
  for (const page::TextLine& stretch : stretches) {
    const auto row = std::ranges::find_if(
        rows, [&](const page::TextLine& known) { return goes_on(known, stretch); });
    if (row == rows.end()) {
      rows.push_back(followed(lines, stretch));
    } else if (stretch.bounds().br().x > row->bounds().br().x) {
      *row = followed(lines, joined(*row, stretch));
    }
  }
  std::ranges::stable_sort(rows, {}, [](const page::TextLine& row) { return row.centre.y; });
  return rows;
}

}  // namespace vermilion::pipeline::text
