#include "pipeline/page/text_lines.hpp"

#include "pipeline/page/components.hpp"
#include "pipeline/page/long_axis.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace vermilion::pipeline::page {
namespace {

// Lines are looked for where the page is 512 to 1023 pixels long: 12 pt on A4 is then 7 pixels
// high.
constexpr int kSearchSide = 512;

// The neighbourhood a pixel is held against, three lines of text high.
constexpr int kNeighbourhood = 25;

// Darker than the neighbourhood by this share of the page's contrast is print; at least by this
// many levels, which is the noise of a camera.
constexpr double kContrastShare = 0.09;
constexpr double kDarkShare = 0.3;  // watermarks of up to 40 % on white stay below
constexpr double kContrastMin = 9;

// Gaps between the characters of a line close up: half of a character's height at 12 pt.
constexpr int kGap = 7;

// What a line looks like, in pixels of the search level.
constexpr int kHeightMin = 3;
constexpr int kHeightMax = 40;
constexpr int kLengthMin = 30;
constexpr int kLongerThanHigh = 4;

// Below which a pixel is print: the mean of its neighbourhood less `least`. Half as fine is fine
// enough, where the pyramid has it.
struct Limit {
  cv::Mat below;
  bool halved = false;
};

Limit limit_of(const Pyramid& pyramid, int level, int least) {
  const bool halved = level + 1 < pyramid.levels();
  const int side = halved ? kNeighbourhood / 2 + 1 : kNeighbourhood;
  Limit limit{.halved = halved};
  cv::boxFilter(pyramid.luma(level + (halved ? 1 : 0)), limit.below, CV_8U, cv::Size(side, side));
  cv::subtract(limit.below, least, limit.below);
  return limit;
}

// A row of half as many values, each twice; an odd last one takes the value before it.
void double_row(const std::uint8_t* half, int half_columns, std::vector<std::uint8_t>& row) {
  for (int x = 0; x < half_columns; ++x) {
    row[static_cast<std::size_t>(2 * x)] = half[x];
    row[static_cast<std::size_t>(2 * x + 1)] = half[x];
  }
  row.back() = half[half_columns - 1];
}

cv::Mat print_of(const Pyramid& pyramid, int level, const Light& light, Print print) {
  const cv::Mat& luma = pyramid.luma(level);
  const double share = print == Print::Dark ? kDarkShare : kContrastShare;
  const double least = std::max(kContrastMin, share * light.contrast());
  const Limit limit = limit_of(pyramid, level, static_cast<int>(least));
  if (!limit.halved) return luma < limit.below;
  cv::Mat found(luma.size(), CV_8U);
  std::vector<std::uint8_t> below(static_cast<std::size_t>(luma.cols));
  for (int y = 0; y < luma.rows; ++y) {
    if (y % 2 == 0)
      double_row(limit.below.ptr(std::min(y / 2, limit.below.rows - 1)), limit.below.cols, below);
    const auto* pixels = luma.ptr(y);
    auto* out = found.ptr(y);
    for (int x = 0; x < luma.cols; ++x)
      out[x] = pixels[x] < below[static_cast<std::size_t>(x)] ? 255 : 0;
  }
  return found;
}

// The line through the pixels of one component: its long axis, and the height that is left across.
TextLine line_through(std::span<const Run> runs, cv::Rect box, float to_page) {
  Moments m;
  for (const Run& run : runs) m.add_run(run.begin, run.end, run.row);
  const auto [centre, slope, across] = m.long_axis();
  // A uniform band has a variance of a twelfth of its height squared.
  const double height = std::sqrt(12 * across) + 1;
  const double half = static_cast<double>(box.width) / 2 / std::cos(slope);
  const double middle = box.x + box.width / 2.0;
  const double y = centre.y + std::tan(slope) * (middle - centre.x) + 0.5;
  return {.centre = {static_cast<float>(middle) * to_page, static_cast<float>(y) * to_page},
          .length = static_cast<float>(2 * half) * to_page,
          .height = static_cast<float>(height) * to_page,
          .slope_rad = static_cast<float>(slope)};
}

bool looks_like_a_line(const cv::Rect& box) {
  return box.height >= kHeightMin && box.height <= kHeightMax && box.width >= kLengthMin &&
         box.width >= kLongerThanHigh * box.height / 2;
}

}  // namespace

cv::Rect2f TextLine::bounds() const {
  const float c = std::cos(slope_rad);
  const float s = std::abs(std::sin(slope_rad));
  const float width = length * c + height * s;
  const float tall = length * s + height * c;
  return {centre.x - width / 2, centre.y - tall / 2, width, tall};
}

TextLines text_lines_of(const Pyramid& pyramid, const Light& light, Print print) {
  TextLines found{.level = pyramid.level_with_side(kSearchSide)};
  found.print = print_of(pyramid, found.level, light, print);
  const Components components = components_of(found.print, kGap);
  const auto to_page = static_cast<float>(1 << found.level);
  for (std::size_t i = 0; i < components.list.size(); ++i) {
    const cv::Rect& box = components.list[i].box;
    if (!looks_like_a_line(box)) continue;
    const TextLine line = line_through(components.runs_of(i), box, to_page);
    if (line.length >= kLongerThanHigh * line.height) found.lines.push_back(line);
  }
  std::ranges::stable_sort(found.lines, {}, [](const TextLine& line) { return line.centre.y; });
  return found;
}

}  // namespace vermilion::pipeline::page
