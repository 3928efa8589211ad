#include "pipeline/form/marks.hpp"

#include "pipeline/form/mapping.hpp"
#include "pipeline/page/red_light.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::form {
namespace {

// A mark is looked for where its side has about so many pixels: enough to place it to a tenth.
constexpr float kSidePx = 40;

// How much of it must be black, by how much its sides may differ from the mark's and each other: a
// copy scales by 3 %, perspective by 8, a skew of 8 degrees widens the box by 14.
constexpr double kFillMin = 0.72;
constexpr double kSideMin = 0.72;
constexpr double kSideMax = 1.35;
constexpr double kProportionMax = 1.3;

// A window of the page in red light, and how it lies on the page.
struct Window {
  cv::Mat red;
  cv::Point corner;  // in pixels of the level
  int level = 0;

  [[nodiscard]] cv::Point2d to_page(cv::Point2d at) const {
    // Pixels of a level stand for squares of the page's.
    const double size = 1 << level;
    return {(at.x + corner.x + 0.5) * size - 0.5, (at.y + corner.y + 0.5) * size - 0.5};
  }
};

Window window_around(cv::Point2d px, double reach_px, double side_px,
                     const page::Pyramid& pyramid) {
  Window window{.level = pyramid.level_where(static_cast<float>(side_px), kSidePx)};
  const double size = 1 << window.level;
  const double reach = (reach_px + side_px) / size;
  const cv::Point2d middle = px / size;
  const cv::Rect wanted(
      cv::Point(static_cast<int>(middle.x - reach), static_cast<int>(middle.y - reach)),
      cv::Point(static_cast<int>(middle.x + reach) + 1, static_cast<int>(middle.y + reach) + 1));
  const cv::Rect part = wanted & cv::Rect({}, pyramid.luma(window.level).size());
  if (part.empty()) return window;
  window.corner = part.tl();
  window.red = page::red_light(pyramid, window.level, part);
  return window;
}

bool looks_like_a_mark(const cv::Mat1i& stats, int i, double side) {
  const double width = stats(i, cv::CC_STAT_WIDTH);
  const double height = stats(i, cv::CC_STAT_HEIGHT);
  const double fill = stats(i, cv::CC_STAT_AREA) / (width * height);
  const double root = std::sqrt(static_cast<double>(stats(i, cv::CC_STAT_AREA))) / side;
  return fill >= kFillMin && root >= kSideMin && root <= kSideMax &&
         std::max(width, height) <= kProportionMax * std::min(width, height);
}

}  // namespace

std::optional<cv::Point2d> mark_near(const BoxMm& mark, const cv::Matx33d& map, double reach_mm,
                                     const page::Pyramid& pyramid, const page::Light& light) {
  const cv::Point2d mm(mark.x + mark.w / 2, mark.y + mark.h / 2);
  const cv::Point2d expected = apply(map, mm);
  const double density = density_at(map, mm);
  const Window window = window_around(expected, reach_mm * density, mark.w * density, pyramid);
  if (window.red.empty()) return std::nullopt;
  const cv::Mat1b black = window.red < (light.paper + light.ink) / 2;
  cv::Mat1i labels;
  cv::Mat1i stats;
  cv::Mat1d middles;
  const int count = cv::connectedComponentsWithStats(black, labels, stats, middles, 4);
  const double side = mark.w * density / (1 << window.level);
  std::optional<cv::Point2d> best;
  double least = reach_mm * density;
  for (int i = 1; i < count; ++i) {
    if (!looks_like_a_mark(stats, i, side)) continue;
    const cv::Point2d middle = window.to_page({middles(i, 0), middles(i, 1)});
    const double distance = cv::norm(middle - expected);
    if (distance >= least) continue;
    least = distance;
    best = middle;
  }
  return best;
}

}  // namespace vermilion::pipeline::form
