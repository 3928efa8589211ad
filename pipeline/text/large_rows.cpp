#include "pipeline/text/large_rows.hpp"

#include "pipeline/page/components.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::text {
namespace {

// In pixels of the level lines were looked for at, where a character of 12 pt is 7 pixels high.
constexpr int kStrokesApart = 4;  // of one character, at most: 营 stands in three storeys
constexpr int kHeightMin = 9;
constexpr int kHeightMax = 64;  // 32 mm

constexpr float kLargerThanText = 1.25F;

// Of one row, in heights of the higher one.
constexpr float kLowest = 0.6F;    // 业 between 营 and 执
constexpr float kOffMax = 0.35F;   // of the middles, across
constexpr float kApartMax = 2.5F;  // licences set their title wide
constexpr float kThinnest = 0.3F;  // a stroke of a frame is no character
constexpr float kLongerThanHigh = 2.5F;

cv::Mat whole_characters(const cv::Mat& print) {
  cv::Mat closed;
  cv::morphologyEx(print, closed, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {1, kStrokesApart}));
  return closed;
}

float text_height(const page::TextLines& lines) {
  std::vector<float> heights;
  for (const page::TextLine& line : lines.lines) heights.push_back(line.height);
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, middle);
  return *middle / static_cast<float>(1 << lines.level);
}

std::vector<cv::Rect> large_characters(const page::TextLines& lines) {
  const float least =
      std::max(static_cast<float>(kHeightMin), kLargerThanText * text_height(lines));
  std::vector<cv::Rect> boxes;
  for (const auto& component :
       page::components_of(whole_characters(lines.print), kStrokesApart).list) {
    const auto height = static_cast<float>(component.box.height);
    const bool large = height >= least && component.box.height <= kHeightMax;
    if (large && static_cast<float>(component.box.width) >= kThinnest * height) {
      boxes.push_back(component.box);
    }
  }
  std::ranges::stable_sort(boxes, {}, &cv::Rect::x);
  return boxes;
}

// Boxes from left to right.
struct Row {
  cv::Rect first;
  cv::Rect last;
  cv::Rect all;

  bool goes_on_with(const cv::Rect& next) const {
    const auto high = static_cast<float>(std::max(last.height, next.height));
    const auto low = static_cast<float>(std::min(last.height, next.height));
    const auto off =
        static_cast<float>(std::abs(2 * last.y + last.height - 2 * next.y - next.height)) / 2;
    const auto apart = static_cast<float>(next.x - last.br().x);
    return low >= kLowest * high && off <= kOffMax * high && apart <= kApartMax * high;
  }

  float height() const { return static_cast<float>(std::max(first.height, last.height)); }
};

cv::Point2f middle_of(const cv::Rect& box) {
  return {static_cast<float>(box.x) + static_cast<float>(box.width) / 2,
          static_cast<float>(box.y) + static_cast<float>(box.height) / 2};
}

page::TextLine on_page(const Row& row, int level) {
  const auto to_page = static_cast<float>(1 << level);
  const cv::Point2f way = middle_of(row.last) - middle_of(row.first);
  const float slope = row.first == row.last ? 0 : std::atan2(way.y, way.x);
  return {.centre = middle_of(row.all) * to_page,
          .length = static_cast<float>(row.all.width) / std::cos(slope) * to_page,
          .height = row.height() * to_page,
          .slope_rad = slope};
}

}  // namespace

std::vector<page::TextLine> large_rows_of(const page::TextLines& lines) {
  std::vector<Row> rows;
  for (const cv::Rect& box : large_characters(lines)) {
    const auto known =
        std::ranges::find_if(rows, [&](const Row& row) { return row.goes_on_with(box); });
    if (known == rows.end()) {
      rows.push_back({box, box, box});
    } else {
      known->last = box;
      known->all |= box;
    }
  }
  std::vector<page::TextLine> large;
  for (const Row& row : rows) {
    const page::TextLine line = on_page(row, lines.level);
    if (line.length >= kLongerThanHigh * line.height) large.push_back(line);
  }
  std::ranges::stable_sort(large, std::ranges::greater{}, &page::TextLine::height);
  return large;
}

}  // namespace vermilion::pipeline::text
