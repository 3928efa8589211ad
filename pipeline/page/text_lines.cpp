#include "pipeline/page/text_lines.hpp"

#include "pipeline/page/components.hpp"
#include "pipeline/page/long_axis.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

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

// Mean of the neighbourhood of each pixel; half as fine is fine enough.
cv::Mat surround_of(const Pyramid& pyramid, int level) {
  const int coarse = std::min(level + 1, pyramid.levels() - 1);
  const int side = coarse > level ? kNeighbourhood / 2 + 1 : kNeighbourhood;
  cv::Mat mean;
  cv::boxFilter(pyramid.luma(coarse), mean, CV_8U, cv::Size(side, side));
  cv::resize(mean, mean, pyramid.luma(level).size(), 0, 0, cv::INTER_NEAREST);
  return mean;
}

cv::Mat print_of(const Pyramid& pyramid, int level, const Light& light, Print print) {
  const cv::Mat& luma = pyramid.luma(level);
  const cv::Mat surround = surround_of(pyramid, level);
  cv::Mat darker;
  cv::subtract(surround, luma, darker);
  const double share = print == Print::Dark ? kDarkShare : kContrastShare;
  return darker > std::max(kContrastMin, share * light.contrast());
}

// The line through the pixels of one component: its long axis, and the height that is left across.
TextLine line_through(const cv::Mat& labels, int label, cv::Rect box, float to_page) {
  Moments m;
  for (int y = box.y; y < box.y + box.height; ++y) {
    const auto* row = labels.ptr<std::int32_t>(y);
    for (int x = box.x; x < box.x + box.width; ++x) {
      if (row[x] == label) m.add(x, y);
    }
  }
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
  cv::Mat runs;
  cv::morphologyEx(found.print, runs, cv::MORPH_CLOSE, cv::Mat::ones(1, kGap, CV_8U));
  const Components components = components_of(runs);
  const auto to_page = static_cast<float>(1 << found.level);
  for (std::size_t i = 0; i < components.list.size(); ++i) {
    const cv::Rect& box = components.list[i].box;
    if (!looks_like_a_line(box)) continue;
    const TextLine line = line_through(components.labels, static_cast<int>(i) + 1, box, to_page);
    if (line.length >= kLongerThanHigh * line.height) found.lines.push_back(line);
  }
  std::ranges::stable_sort(found.lines, {}, [](const TextLine& line) { return line.centre.y; });
  return found;
}

}  // namespace vermilion::pipeline::page
