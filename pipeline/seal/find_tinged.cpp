#include "pipeline/seal/circles.hpp"
#include "pipeline/seal/examine.hpp"
#include "pipeline/seal/find.hpp"
#include "pipeline/seal/judge.hpp"
#include "pipeline/seal/tinge.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::pipeline::seal {
namespace {

// Half as coarse as the first look: what it overlooks is small, or thin.
constexpr int kSearchSide = 512;
constexpr int kTingeSide = 256;
constexpr float kRadiusMin = 11;  // in pixels there; below it letters are rings

// Windows of half the page, a quarter of the page apart: the largest ring lies in one of them
// whole, and a red strip outvotes only what shares all its windows.
constexpr int kWindows = 3;

constexpr double kTinged = 10;        // of redness; the paper of photos wavers by 6
constexpr double kTingedMin = 0.002;  // of a window: the rim of a seal of 30 mm on A4 is 0.003

// The ring and the name of a faint seal on A4 are 0.002 of the page.
constexpr double kRedLeft = 0.0008;

// How much redder than around it. The faintest seal of 44 licences measured 4.6.
constexpr double kContrastMin = 4;

cv::Rect window_of(cv::Size size, int column, int row) {
  return {column * size.width / 4, row * size.height / 4, size.width / 2, size.height / 2};
}

cv::Rect scaled(const cv::Rect& rect, cv::Size from, cv::Size to) {
  return {rect.x * to.width / from.width, rect.y * to.height / from.height,
          rect.width * to.width / from.width, rect.height * to.height / from.height};
}

bool is_tinged(const cv::Mat& tinge) {
  return cv::countNonZero(tinge >= kTinged) > kTingedMin * static_cast<double>(tinge.total());
}

// How much redder the inside of the rim is than what surrounds it.
double contrast_of(const TingedInk& tinged, const Outline& outline) {
  const Outline there = outline.scaled(1.0F / static_cast<float>(1 << tinged.level()));
  const Unrolled inside = unroll(tinged.tinge(), there, 0.6F, 1.0F, 9, 60);
  const Unrolled around = unroll(tinged.tinge(), there, 1.15F, 1.35F, 5, 60);
  return cv::mean(inside.pixels)[0] - cv::mean(around.pixels)[0];
}

bool is_seal(const Impression& seen, cv::Size page) {
  const Rim& rim = seen.rim;
  return (is_ring(rim) || is_thick_ring(rim) || is_crossed_ring(rim)) && !spans_others(seen, page);
}

bool is_known(const Found& found, const Outline& outline) {
  const auto holds = [&](const Outline& known) {
    return cv::norm(known.centre - outline.centre) < static_cast<double>(known.half_height);
  };
  return (found.emblem && holds(*found.emblem)) ||
         std::ranges::any_of(found.impressions,
                             [&](const Impression& known) { return holds(known.outline); });
}

void add_rings(std::vector<Impression>& seen, const Found& found, const TingedInk& tinged,
               const page::Pyramid& pyramid, int level, cv::Rect window) {
  const InkMap ink_map = [&](int at, cv::Rect within) { return tinged.at(at, within); };
  const cv::Size page = pyramid.luma(0).size();
  const float longer = static_cast<float>(std::max(page.width, page.height)) / (1 << level);
  for (const Circle& circle :
       circles(tinged.at(level, window), {kRadiusMin, kLargeRing * longer})) {
    const Outline outline{.centre = circle.centre + cv::Point2f(window.tl()),
                          .half_width = circle.radius,
                          .half_height = circle.radius};
    const Impression impression = examined({outline, level}, ink_map, pyramid, 0);
    if (is_seal(impression, page) && !is_known(found, impression.outline) &&
        contrast_of(tinged, impression.outline) >= kContrastMin) {
      seen.push_back(impression);
    }
  }
}

}  // namespace

bool is_explained(const Found& found) {
  return !found.impressions.empty() && found.red_left < kRedLeft;
}

void add_tinged(Found& found, const page::Pyramid& pyramid, const page::Light& light) {
  if (!pyramid.coloured()) return;
  const int level = pyramid.level_with_side(kSearchSide);
  const TingedInk tinged(pyramid, light, std::max(1, pyramid.level_with_side(kTingeSide)));
  if (!is_tinged(tinged.tinge())) return;
  const cv::Size size = pyramid.luma(level).size();
  std::vector<Impression> seen;
  for (int i = 0; i < kWindows * kWindows; ++i) {
    const cv::Rect window = window_of(size, i % kWindows, i / kWindows);
    if (!is_tinged(tinged.tinge()(scaled(window, size, tinged.tinge().size())))) continue;
    add_rings(seen, found, tinged, pyramid, level, window);
  }
  std::ranges::stable_sort(seen, std::greater{}, [](const Impression& i) { return i.rim.alone; });
  for (const Impression& impression : seen) keep(found.impressions, impression);
}

}  // namespace vermilion::pipeline::seal
