#include "pipeline/seal/examine.hpp"

namespace vermilion::pipeline::seal {
namespace {

// The rim is looked at where the radius has at least this many pixels, if the picture has them.
constexpr float kRimRadius = 36;

// Behind the gaps of a rim that covers less, the name may have led the fit astray.
constexpr float kWhole = 0.75F;

// The finest level worth looking at for a rim of this radius.
int rim_level(float radius, int level, int finest) {
  while (level > finest && radius < kRimRadius) {
    --level;
    radius *= 2;
  }
  return level;
}

cv::Rect around(const Outline& outline, cv::Size size) {
  const cv::Rect2f box = outline.bounds();
  const float margin = 0.35F * outline.mean_radius() + 2;
  const cv::Point low(static_cast<int>(box.x - margin), static_cast<int>(box.y - margin));
  const cv::Point high(static_cast<int>(box.x + box.width + margin),
                       static_cast<int>(box.y + box.height + margin));
  return cv::Rect(low, high) & cv::Rect({0, 0}, size);
}

struct Seen {
  Outline outline;
  Rim rim;
};

Seen seen_along(const cv::Mat& ink, const Outline& outline) {
  return {outline, rim_of(ink, outline)};
}

}  // namespace

Impression examined(const Candidate& candidate, const InkMap& ink_map, const page::Pyramid& pyramid,
                    int finest) {
  const int level = rim_level(candidate.outline.mean_radius(), candidate.level, finest);
  Outline outline = candidate.outline.scaled(static_cast<float>(1 << (candidate.level - level)));
  const cv::Rect part = around(outline, pyramid.luma(level).size());
  if (part.empty()) return {};
  const cv::Mat ink = ink_map(level, part);
  const cv::Point2f origin(static_cast<float>(part.x), static_cast<float>(part.y));
  outline.centre -= origin;
  Seen seen = seen_along(ink, fitted(ink, outline));
  if (candidate.may_be_broken && seen.rim.coverage < kWhole) {
    const Seen unmoved = seen_along(ink, outline);
    if (unmoved.rim.coverage > seen.rim.coverage) seen = unmoved;
  }
  seen.outline.centre += origin;
  return {seen.outline.scaled(static_cast<float>(1 << level)), seen.rim};
}

}  // namespace vermilion::pipeline::seal
