#include "pipeline/seal/find.hpp"

#include "pipeline/limits.hpp"
#include "pipeline/seal/blobs.hpp"
#include "pipeline/seal/circles.hpp"
#include "pipeline/seal/redness.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace vermilion::pipeline::seal {
namespace {

// Rings are voted for where the page is 256 to 511 pixels long: the ring of a 40 mm seal on A4 is
// then 20 pixels in radius and a pixel thick.
constexpr int kSearchSide = 256;
constexpr float kRadiusMin = 7;  // in pixels there
constexpr float kRadiusMaxShare =
    0.56F;  // of the shorter side: a cropped seal that touches the edges

// The rim is looked at where the radius has at least this many pixels, if the picture has them.
constexpr float kRimRadius = 36;

constexpr std::uint8_t kInkOfBlob = 16;

// What makes a ring a seal. On 44 licences, seals measured coverage 0.83-1, thin 0.83-1, fill
// 0.02-0.51; emblems fill 0.63-0.95; strokes of watermarks coverage or alone below 0.6.
constexpr float kCoverageMin = 0.55F;
constexpr float kThinShare = 0.7F;    // of coverage
constexpr float kAloneShare = 0.92F;  // of coverage
constexpr float kFillMax = 0.58F;

// A second seal may lie across a ring; where it crosses, the ring does not stand alone.
constexpr float kCrossedCoverage = 0.93F;
constexpr float kCrossedThin = 0.85F;
constexpr float kCrossedAlone = 0.75F;
constexpr float kFrameAlone = 0.85F;  // of coverage

// Half of 45 mm is 0.076 of the longer side of A4; a picture of a seal alone may show a larger one.
constexpr float kLargeRing = 0.12F;
constexpr float kLargeRingCoverage = 0.9F;

// A small or blurred ring runs together with the name inside it. It is still a seal when it stands
// free all around and either its zone of the name is not full, or a redder disc above it is the
// emblem.
constexpr float kBlurredCoverage = 0.9F;
constexpr float kBlurredFillMax = 0.85F;
constexpr float kBlurredInk = 0.65F;  // of the emblem's

// What makes a rectangle a seal. Square seals measured coverage 0.86-1 and fill 0.3-0.9; red
// patches, emblems and the frames of licences coverage below 0.8, or fill below 0.1 or above 0.95.
constexpr float kFrameInk = 24;
constexpr float kFrameSideMin = 0.02F;  // half a side against the longer side: 12 mm in all on A4
constexpr float kFrameCoverage = 0.8F;
constexpr float kFrameFillMin = 0.1F;
constexpr float kFrameFillMinSmall = 0.02F;
constexpr float kFrameSmall = 0.06F;  // half a side against the longer side of the page
constexpr float kFrameFillMax = 0.94F;

// What makes it an emblem instead.
constexpr float kEmblemCoverage = 0.65F;
constexpr float kEmblemFill = 0.62F;
constexpr float kEmblemRadius = 0.025F;    // of the longer side: 7 mm on A4
constexpr float kEmblemOffCentre = 0.13F;  // of the page's width
constexpr float kEmblemLowest = 0.45F;     // of its height

// Ink as bright pixels at a level of the pyramid, within a rectangle of it.
using InkMap = std::function<cv::Mat(int level, cv::Rect within)>;

struct Candidate {
  Outline outline;  // at the level it was found
  int level = 0;
};

cv::Rect whole(const cv::Mat& image) {
  return {0, 0, image.cols, image.rows};
}

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

Impression examined(const Candidate& candidate, const InkMap& ink_map, const page::Pyramid& pyramid,
                    int finest) {
  const int level = rim_level(candidate.outline.mean_radius(), candidate.level, finest);
  Outline outline = candidate.outline.scaled(static_cast<float>(1 << (candidate.level - level)));
  const cv::Rect part = around(outline, pyramid.luma(level).size());
  if (part.empty()) return {};
  const cv::Mat ink = ink_map(level, part);
  const cv::Point2f origin(static_cast<float>(part.x), static_cast<float>(part.y));
  outline.centre -= origin;
  if (!outline.angular) outline = fitted(ink, outline);
  const Rim rim = rim_of(ink, outline);
  outline.centre += origin;
  return {outline.scaled(static_cast<float>(1 << level)), rim};
}

bool is_ring(const Rim& rim) {
  return rim.coverage >= kCoverageMin && rim.thin >= kThinShare * rim.coverage &&
         rim.alone >= kAloneShare * rim.coverage && rim.fill <= kFillMax;
}

bool is_crossed_ring(const Rim& rim) {
  return rim.coverage >= kCrossedCoverage && rim.thin >= kCrossedThin &&
         rim.alone >= kCrossedAlone && rim.fill <= kFillMax;
}

bool stands_free(const Rim& rim) {
  return rim.coverage >= kBlurredCoverage && rim.alone >= kAloneShare * rim.coverage;
}

bool is_thick_ring(const Rim& rim) {
  return stands_free(rim) && rim.fill <= kFillMax;
}

bool is_blurred_beside(const Impression& emblem, const Impression& seen) {
  return stands_free(seen.rim) && seen.rim.fill <= kBlurredFillMax &&
         seen.rim.ink <= kBlurredInk * emblem.rim.ink &&
         seen.outline.centre.y > emblem.outline.centre.y + 2 * emblem.outline.mean_radius();
}

// A square seal may be cut white on red, so its rim need not end inside; but there are strokes.
// With thin strokes it must be small, or the red frame of a page would be one.
bool is_frame(const Impression& seen, cv::Size page) {
  const Rim& rim = seen.rim;
  const auto longer = static_cast<float>(std::max(page.width, page.height));
  if (seen.outline.half_height < kFrameSideMin * longer) return false;
  const bool is_small =
      seen.outline.half_width < kFrameSmall * static_cast<float>(std::max(page.width, page.height));
  return rim.ink >= kFrameInk && rim.coverage >= kFrameCoverage &&
         rim.alone >= kFrameAlone * rim.coverage && rim.fill <= kFrameFillMax &&
         rim.fill >= (is_small ? kFrameFillMinSmall : kFrameFillMin);
}

// The emblem stands at the head of a licence, in the middle. The one on an identity card is
// smaller.
bool is_emblem(const Impression& disc, cv::Size page) {
  const auto longer = static_cast<float>(std::max(page.width, page.height));
  const float x = disc.outline.centre.x / static_cast<float>(page.width);
  const float y = disc.outline.centre.y / static_cast<float>(page.height);
  return disc.outline.mean_radius() >= kEmblemRadius * longer &&
         disc.rim.coverage >= kEmblemCoverage && disc.rim.fill >= kEmblemFill &&
         std::abs(x - 0.5F) < kEmblemOffCentre && y < kEmblemLowest;
}

// A large circle through pieces of several seals has much of a rim, but never most of it.
bool spans_others(const Impression& seen, cv::Size page) {
  return seen.outline.mean_radius() >
             kLargeRing * static_cast<float>(std::max(page.width, page.height)) &&
         seen.rim.coverage < kLargeRingCoverage;
}

bool overlaps(const Outline& a, const Outline& b) {
  return cv::norm(a.centre - b.centre) <
         0.7 * static_cast<double>(std::max(a.half_height, b.half_height));
}

void keep(std::vector<Impression>& kept, const Impression& found) {
  const bool known = std::ranges::any_of(
      kept, [&](const Impression& k) { return overlaps(k.outline, found.outline); });
  if (!known && kept.size() < limits::kSeals) kept.push_back(found);
}

// Paints over what has been explained, with the bleed of its rim; a seal beside it must stay whole.
void erase(cv::Mat& mask, const Outline& outline) {
  constexpr float kBleed = 1.5F;
  const cv::Size2f size(2 * (outline.half_width + kBleed), 2 * (outline.half_height + kBleed));
  cv::ellipse(
      mask,
      cv::RotatedRect(outline.centre, size, outline.angle_rad * 180 / static_cast<float>(CV_PI)),
      cv::Scalar(0), cv::FILLED);
}

Found find_rings(const page::Pyramid& pyramid, const InkMap& ink_map, int level, int finest,
                 RadiusRange radii) {
  Found found;
  std::vector<Impression> discs;
  for (const Circle& circle : circles(ink_map(level, whole(pyramid.luma(level))), radii)) {
    const Outline outline{
        .centre = circle.centre, .half_width = circle.radius, .half_height = circle.radius};
    const Impression seen = examined({outline, level}, ink_map, pyramid, finest);
    if (is_ring(seen.rim) || is_thick_ring(seen.rim) || is_crossed_ring(seen.rim)) {
      if (!spans_others(seen, pyramid.luma(0).size())) keep(found.impressions, seen);
    } else if (seen.rim.fill > kFillMax) {
      discs.push_back(seen);
    }
  }
  const auto reddest =
      std::ranges::max_element(discs, {}, [](const Impression& d) { return d.rim.ink; });
  if (reddest == discs.end()) return found;
  if (is_emblem(*reddest, pyramid.luma(0).size())) found.emblem = reddest->outline;
  for (const Impression& disc : discs) {
    if (is_blurred_beside(*reddest, disc)) keep(found.impressions, disc);
  }
  return found;
}

// Ovals bend so that a part of them passes for a ring: one that encloses such a ring replaces it.
void add_blobs(Found& found, const cv::Mat& mask, const page::Pyramid& pyramid,
               const InkMap& ink_map, int level, int finest) {
  for (const Outline& outline : blobs(mask)) {
    const Impression seen = examined({outline, level}, ink_map, pyramid, finest);
    const bool seal = outline.angular ? is_frame(seen, pyramid.luma(0).size()) : is_ring(seen.rim);
    if (!seal) continue;
    std::erase_if(found.impressions, [&](const Impression& ring) {
      return ring.rim.coverage < seen.rim.coverage &&
             seen.outline.bounds().contains(ring.outline.centre);
    });
    keep(found.impressions, seen);
  }
}

void add_ovals_and_squares(Found& found, const page::Pyramid& pyramid, const InkMap& ink_map,
                           int level, int finest) {
  cv::Mat mask = ink_map(level, whole(pyramid.luma(level))) >= kInkOfBlob;
  const float to_level = 1.0F / static_cast<float>(1 << level);
  if (found.emblem) erase(mask, found.emblem->scaled(to_level));
  // What something crosses may be a ring under another seal, or the circle within a square one.
  const bool crossed = std::ranges::any_of(found.impressions, [](const Impression& ring) {
    return is_crossed_ring(ring.rim) && !is_ring(ring.rim);
  });
  if (crossed) add_blobs(found, mask, pyramid, ink_map, level, finest);
  for (const Impression& ring : found.impressions) {
    if (ring.rim.coverage > 0.9F) erase(mask, ring.outline.scaled(to_level));
  }
  add_blobs(found, mask, pyramid, ink_map, level, finest);
}

}  // namespace

Found find_red(const page::Pyramid& pyramid, const page::Light& light) {
  if (!pyramid.coloured()) return {};
  // Colour is stored at half size at best, so level 1 is as fine as it gets.
  const int level = std::max(1, pyramid.level_with_side(kSearchSide));
  const InkMap red = [&](int at, cv::Rect within) {
    return redness(pyramid.cb(at)(within), pyramid.cr(at)(within), light);
  };
  const cv::Mat& size = pyramid.cr(level);
  const auto longer = static_cast<float>(std::max(size.cols, size.rows));
  const auto shorter = static_cast<float>(std::min(size.cols, size.rows));
  // A picture of a seal alone shows larger rings than a page; voting for them costs four times as
  // much.
  Found found = find_rings(pyramid, red, level, 1, {kRadiusMin, kLargeRing * longer});
  if (found.impressions.empty())
    found = find_rings(pyramid, red, level, 1, {kRadiusMin, kRadiusMaxShare * shorter});
  add_ovals_and_squares(found, pyramid, red, level, 1);
  return found;
}

Found find_grey(const page::Pyramid& pyramid, const page::Light& light, float radius_min_px,
                float radius_max_px) {
  const int level = pyramid.level_with_side(kSearchSide);
  const InkMap dark = [&](int at, cv::Rect within) {
    cv::Mat ink;
    cv::subtract(cv::Scalar(light.paper), pyramid.luma(at)(within), ink);
    return ink;
  };
  const float scale = 1.0F / static_cast<float>(1 << level);
  Found found = find_rings(pyramid, dark, level, 0,
                           {std::max(kRadiusMin, radius_min_px * scale), radius_max_px * scale});
  for (Impression& impression : found.impressions) impression.red = false;
  return found;
}

}  // namespace vermilion::pipeline::seal
