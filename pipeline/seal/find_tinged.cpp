#include "pipeline/seal/circles.hpp"
#include "pipeline/seal/examine.hpp"
#include "pipeline/seal/find.hpp"
#include "pipeline/seal/judge.hpp"
#include "pipeline/seal/tinge.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <functional>

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
double contrast_of(const cv::Mat& tinge, const Outline& outline) {
  const Unrolled inside = unroll(tinge, outline, 0.6F, 1.0F, 9, 60);
  const Unrolled around = unroll(tinge, outline, 1.15F, 1.35F, 5, 60);
  return cv::mean(inside.pixels)[0] - cv::mean(around.pixels)[0];
}

bool is_seal(const Impression& seen, cv::Size page) {
  const Rim& rim = seen.rim;
  return (is_ring(rim) || is_thick_ring(rim) || is_crossed_ring(rim)) && !spans_others(seen, page);
}

}  // namespace

std::vector<Impression> find_tinged(const page::Pyramid& pyramid, const page::Light& light,
                                    const Found& explained) {
  if (!pyramid.coloured()) return {};
  const int level = pyramid.level_with_side(kSearchSide);
  const int tinge_level = std::max(1, pyramid.level_with_side(kTingeSide));
  const TingedInk tinged(pyramid, light, tinge_level);
  if (!is_tinged(tinged.tinge())) return {};
  const InkMap ink_map = [&](int at, cv::Rect within) { return tinged.at(at, within); };
  const cv::Size size = pyramid.luma(level).size();
  const RadiusRange radii{kRadiusMin,
                          kLargeRing * static_cast<float>(std::max(size.width, size.height))};
  std::vector<Impression> seen;
  for (int i = 0; i < kWindows * kWindows; ++i) {
    const cv::Rect window = window_of(size, i % kWindows, i / kWindows);
    if (!is_tinged(tinged.tinge()(scaled(window, size, tinged.tinge().size())))) continue;
    for (const Circle& circle : circles(tinged.at(level, window), radii)) {
      const Outline outline{.centre = circle.centre + cv::Point2f(window.tl()),
                            .half_width = circle.radius,
                            .half_height = circle.radius};
      Impression impression = examined({outline, level}, ink_map, pyramid, 0);
      if (!is_seal(impression, pyramid.luma(0).size())) continue;
      const float to_tinge = 1.0F / static_cast<float>(1 << tinge_level);
      const double contrast = contrast_of(tinged.tinge(), impression.outline.scaled(to_tinge));
      if (contrast < kContrastMin) continue;
      if (explained.emblem && overlaps(*explained.emblem, impression.outline)) continue;
      seen.push_back(impression);
    }
  }
  std::ranges::stable_sort(seen, std::greater{}, [](const Impression& i) { return i.rim.alone; });
  std::vector<Impression> kept;
  for (const Impression& impression : seen) keep(kept, impression);
  return kept;
}

}  // namespace vermilion::pipeline::seal
