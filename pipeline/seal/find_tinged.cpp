#include "pipeline/seal/circles.hpp"
#include "pipeline/seal/examine.hpp"
#include "pipeline/seal/find.hpp"
#include "pipeline/seal/judge.hpp"
#include "pipeline/seal/tinge.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::seal {
namespace {

// Half as coarse as the first look: what it overlooks is small, or thin.
constexpr int kSearchSide = 512;
constexpr int kTingeSide = 256;
constexpr float kRadiusMin = 11;  // in pixels there; below it letters are rings

// Windows of half the page, a quarter of the page apart: the largest ring lies in one of them
// whole, and a red strip outvotes only what shares all its windows.
constexpr int kWindows = 3;

constexpr float kMargin = 0.3F;  // around what is doubtful, of its size

// Edges that face a centre for a pixel of circumference; the faintest seals measured 0.9 to 1.6.
constexpr float kSupportMin = 0.8F;

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

// In pixels of `level`: around what is doubtful, and the windows in whose reach it is; all of them
// where nothing was found.
std::vector<cv::Rect> windows_of(const Found& found, cv::Size size, int level) {
  const float scale = 1.0F / static_cast<float>(1 << level);
  std::vector<cv::Rect> windows;
  std::vector<cv::Point> middles;
  for (const cv::Rect2f& box : found.doubtful) {
    const cv::Point2f margin = cv::Point2f(box.width, box.height) * kMargin;
    const cv::Rect around(cv::Point((box.tl() - margin) * scale),
                          cv::Point((box.br() + margin) * scale));
    windows.push_back(around & cv::Rect({}, size));
    middles.emplace_back((box.tl() + box.br()) * (scale / 2));
  }
  for (int i = 0; i < kWindows * kWindows; ++i) {
    const cv::Rect window = window_of(size, i % kWindows, i / kWindows);
    const bool near = std::ranges::any_of(middles, [&](cv::Point p) { return window.contains(p); });
    if (near || found.impressions.empty()) windows.push_back(window);
  }
  return windows;
}

// The same ring from another window.
bool is_again(const std::vector<Circle>& rings, const Circle& ring) {
  return std::ranges::any_of(rings, [&](const Circle& known) {
    return cv::norm(known.centre - ring.centre) < 4 && std::abs(known.radius - ring.radius) < 4;
  });
}

std::vector<Circle> rings_of(const TingedInk& tinged, const Found& found, cv::Size size,
                             int level) {
  const float longest = kLargeRing * static_cast<float>(std::max(size.width, size.height));
  const auto to_page = static_cast<float>(1 << level);
  const cv::Mat ink = tinged.at(level);  // of all windows, which lie over each other
  std::vector<Circle> rings;
  for (const cv::Rect& window : windows_of(found, size, level)) {
    const cv::Rect there = scaled(window, size, tinged.tinge().size());
    if (there.empty() || !is_tinged(tinged.tinge()(there))) continue;
    for (Circle ring : circles(ink(window), {kRadiusMin, longest})) {
      ring.centre += cv::Point2f(window.tl());
      if (ring.support < kSupportMin || is_known(found, ring.centre * to_page)) continue;
      if (!is_again(rings, ring)) rings.push_back(ring);
    }
  }
  return rings;
}

}  // namespace

bool is_explained(const Found& found) {
  return !found.impressions.empty() && found.doubtful.empty();
}

void add_tinged(Found& found, const page::Pyramid& pyramid, const page::Light& light) {
  if (!pyramid.coloured()) return;
  const int level = pyramid.level_with_side(kSearchSide);
  const TingedInk tinged(pyramid, light, std::max(1, pyramid.level_with_side(kTingeSide)));
  if (!is_tinged(tinged.tinge())) return;
  const InkMap ink_map = [&](int at, cv::Rect within) { return tinged.at(at, within); };
  std::vector<Impression> seen;
  for (const Circle& ring : rings_of(tinged, found, pyramid.luma(level).size(), level)) {
    const Outline outline{
        .centre = ring.centre, .half_width = ring.radius, .half_height = ring.radius};
    const Impression impression = examined({outline, level, true}, ink_map, pyramid, 0);
    if (is_seal(impression, pyramid.luma(0).size()) &&
        contrast_of(tinged, impression.outline) >= kContrastMin) {
      seen.push_back(impression);
    }
  }
  std::ranges::stable_sort(seen, std::greater{}, [](const Impression& i) { return i.rim.alone; });
  for (const Impression& impression : seen) keep(found.impressions, impression);
}

}  // namespace vermilion::pipeline::seal
