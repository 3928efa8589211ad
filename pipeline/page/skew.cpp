#include "pipeline/page/skew.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>
#include <vector>

namespace vermilion::pipeline::page {
namespace {

constexpr double kDegrees = 180 / std::numbers::pi;

// A line this many times longer than high has a slope good to a tenth of a degree.
constexpr float kLongLine = 8;
constexpr std::size_t kLinesMin = 4;

// Half of the lines agree within this, or they are no lines of one page.
constexpr double kAgreementDeg = 1.0;

// Found along rows, lines steeper than this come apart.
constexpr double kSlopeOfLinesMaxDeg = 6;

constexpr double kSearchDeg = 20;
constexpr std::size_t kPointsMax = 8000;

struct Slope {
  double deg = 0;
  double weight = 0;
};

double weighted_median(std::vector<Slope>& slopes) {
  std::ranges::sort(slopes, {}, &Slope::deg);
  double total = 0;
  for (const Slope& slope : slopes) total += slope.weight;
  double below = 0;
  for (const Slope& slope : slopes) {
    below += slope.weight;
    if (below >= total / 2) return slope.deg;
  }
  return 0;
}

std::optional<double> skew_by_lines(const TextLines& lines) {
  std::vector<Slope> slopes;
  for (const TextLine& line : lines.lines) {
    if (line.length < kLongLine * line.height) continue;
    slopes.push_back(
        {static_cast<double>(line.slope_rad) * kDegrees, static_cast<double>(line.length)});
  }
  if (slopes.size() < kLinesMin) return std::nullopt;
  const double median = weighted_median(slopes);
  std::vector<Slope> deviations;
  for (const Slope& slope : slopes)
    deviations.push_back({std::abs(slope.deg - median), slope.weight});
  if (weighted_median(deviations) > kAgreementDeg || std::abs(median) > kSlopeOfLinesMaxDeg) {
    return std::nullopt;
  }
  return median;
}

std::vector<cv::Point> some_print(const cv::Mat& print) {
  std::vector<cv::Point> points;
  cv::findNonZero(print, points);
  const std::size_t step = points.size() / kPointsMax + 1;
  for (std::size_t i = 0; i * step < points.size(); ++i) points[i] = points[i * step];
  points.resize(points.size() / step);
  return points;
}

// How sharply the print falls into rows when it is sheared by this slope.
double crispness(const std::vector<cv::Point>& points, cv::Size size, double slope_deg) {
  std::vector<int> rows(static_cast<std::size_t>(size.height + size.width), 0);
  const double shear = std::tan(slope_deg / kDegrees);
  const int offset = size.width / 2;
  for (const cv::Point& p : points) {
    const int row = p.y - static_cast<int>(std::lround(shear * p.x)) + offset;
    if (row >= 0 && row < static_cast<int>(rows.size())) ++rows[static_cast<std::size_t>(row)];
  }
  double sum = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const double step = rows[i] - rows[i - 1];
    sum += step * step;
  }
  return sum;
}

double skew_by_rows(const cv::Mat& print) {
  const std::vector<cv::Point> points = some_print(print);
  if (points.size() < 200) return 0;
  double best_deg = 0;
  double best = crispness(points, print.size(), 0);
  const auto try_slope = [&](double deg) {
    const double here = crispness(points, print.size(), deg);
    if (here > best) {
      best = here;
      best_deg = deg;
    }
  };
  for (double deg = -kSearchDeg; deg <= kSearchDeg; deg += 0.5) try_slope(deg);
  for (const double step : {0.25, 0.125, 0.06}) {
    const double around = best_deg;
    try_slope(around - step);
    try_slope(around + step);
  }
  return best_deg;
}

}  // namespace

double skew_of(const TextLines& lines) {
  if (const auto skew = skew_by_lines(lines)) return *skew;
  return skew_by_rows(lines.print);
}

}  // namespace vermilion::pipeline::page
