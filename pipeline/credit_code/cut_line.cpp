#include "pipeline/credit_code/cut_line.hpp"

#include "pipeline/credit_code/line_net.hpp"
#include "pipeline/page/red_light.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace vermilion::pipeline::credit_code {
namespace {

constexpr float kHeightMin = 3;   // of print, in pixels
constexpr float kBeside = 1.3F;   // of the height, left free at either end
constexpr int kWidthMin = 60;     // of the cut
constexpr int kProfileRows = 48;  // over three heights of the line
constexpr int kProfileColumns = 480;
constexpr double kEdge = 0.45;  // of the way from ground to print, where print begins

// A rectangle of the page, `along` its line and across.
struct Frame {
  cv::Point2f centre;
  float slope_rad = 0;
  float length = 0;
  float height = 0;

  // From pixels of a picture of this size, whose height it fills, to the page.
  cv::Matx23f from(cv::Size size) const {
    const float x = length / static_cast<float>(size.width);
    const float y = height / static_cast<float>(size.height);
    const float c = std::cos(slope_rad);
    const float s = std::sin(slope_rad);
    const float u = (static_cast<float>(size.width) - 1) / 2;
    const float v = (static_cast<float>(size.height) - 1) / 2;
    return {c * x, -s * y, centre.x - c * x * u + s * y * v,
            s * x, c * y,  centre.y - s * x * u - c * y * v};
  }
};

cv::Rect around(const cv::Matx23f& to_level, cv::Size size, cv::Size level) {
  std::vector<cv::Point2f> corners;
  for (const float x : {0.0F, static_cast<float>(size.width)}) {
    for (const float y : {0.0F, static_cast<float>(size.height)}) {
      corners.emplace_back(to_level(0, 0) * x + to_level(0, 1) * y + to_level(0, 2),
                           to_level(1, 0) * x + to_level(1, 1) * y + to_level(1, 2));
    }
  }
  constexpr int kReach = 2;  // of the interpolation
  cv::Rect box = cv::boundingRect(corners);
  box -= cv::Point(kReach, kReach);
  box += cv::Size(2 * kReach, 2 * kReach);
  return box & cv::Rect({}, level);
}

cv::Mat picture_of(const page::Pyramid& pyramid, const Frame& frame, cv::Size size) {
  // Where its pixels are nearest below those of the picture.
  const int level = pyramid.level_where(frame.height / static_cast<float>(size.height), 2);
  cv::Matx23f to_level = frame.from(size) * (1.0F / static_cast<float>(1 << level));
  // Pixel centres: coordinate x of the page is (x + 0.5) / 2^level - 0.5 of the level.
  const float half = 0.5F / static_cast<float>(1 << level) - 0.5F;
  to_level(0, 2) += half;
  to_level(1, 2) += half;
  const cv::Rect part = around(to_level, size, pyramid.luma(level).size());
  if (part.empty()) return cv::Mat::zeros(size, CV_8U);
  to_level(0, 2) -= static_cast<float>(part.x);
  to_level(1, 2) -= static_cast<float>(part.y);
  cv::Mat picture;
  cv::warpAffine(page::red_light(pyramid, level, part), picture, to_level, size,
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  return picture;
}

// Where across a line its print stands: the rows that change most from pixel to pixel.
struct Print {
  float height = 0;  // page pixels
  float off = 0;     // of its middle from the line's
};

std::vector<double> changes_by_row(const cv::Mat& picture) {
  std::vector<double> changes;
  for (int y = 0; y < picture.rows; ++y) {
    const auto* row = picture.ptr<std::uint8_t>(y);
    int sum = 0;
    for (int x = 1; x < picture.cols; ++x) sum += std::abs(row[x] - row[x - 1]);
    changes.push_back(sum);
  }
  std::vector<double> smooth = changes;
  for (std::size_t i = 2; i + 2 < changes.size(); ++i) {
    smooth[i] = (changes[i - 2] + 4 * changes[i - 1] + 6 * changes[i] + 4 * changes[i + 1] +
                 changes[i + 2]) /
                16;
  }
  return smooth;
}

Print print_in(const page::Pyramid& pyramid, const Frame& line) {
  const Frame wide{line.centre, line.slope_rad, line.length, 3 * line.height};
  const int columns =
      std::clamp(static_cast<int>(wide.length / wide.height * kProfileRows), 64, kProfileColumns);
  const auto changes = changes_by_row(picture_of(pyramid, wide, {columns, kProfileRows}));
  const auto middle = changes.begin() + kProfileRows / 4;
  auto peak = std::max_element(middle, changes.begin() + 3 * kProfileRows / 4);
  std::vector<double> sorted = changes;
  std::ranges::sort(sorted);
  const double ground = sorted[sorted.size() / 10];
  const double level = ground + kEdge * (*peak - ground);
  auto first = peak;
  auto last = peak;
  while (first != changes.begin() && *(first - 1) > level) --first;
  while (last + 1 != changes.end() && *(last + 1) > level) ++last;
  const float step = wide.height / kProfileRows;
  const auto begin = static_cast<float>(first - changes.begin());
  const auto end = static_cast<float>(last - changes.begin() + 1);
  const float height = (end - begin) * step;
  const bool plausible = height > 0.55F * line.height && height < 1.7F * line.height;
  if (!plausible) return {.height = line.height};
  return {.height = height, .off = ((begin + end) / 2 - kProfileRows / 2.0F) * step};
}

}  // namespace

CutLine cut_line(const page::Pyramid& pyramid, const page::TextLine& line, const Cut& cut) {
  Frame frame{.centre = line.centre,
              .slope_rad = line.slope_rad + (cut.reversed ? std::numbers::pi_v<float> : 0),
              .length = line.length,
              .height = std::max(line.height, kHeightMin)};
  Print print{.height = frame.height};
  if (cut.measured) print = print_in(pyramid, frame);
  const float capitals = print.height * cut.height;
  frame.centre += print.off * cv::Point2f(-std::sin(frame.slope_rad), std::cos(frame.slope_rad));
  frame.height = capitals * kLineRows / kLineCapitals;
  frame.length += 2 * (kBeside * capitals + cut.overhang * frame.length);
  // Lines too long for the reader are pressed together, as those it learnt from were.
  const int width = std::clamp(static_cast<int>(frame.length / frame.height * kLineRows), kWidthMin,
                               kLineColumns);
  const cv::Mat picture = picture_of(pyramid, frame, {width, kLineRows});
  CutLine result{.picture = cv::Mat(kLineRows, kLineColumns, CV_8U, cv::mean(picture)),
                 .to_page = frame.from({width, kLineRows})};
  picture.copyTo(result.picture.colRange(0, width));
  return result;
}

}  // namespace vermilion::pipeline::credit_code
