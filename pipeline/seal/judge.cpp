#include "pipeline/seal/judge.hpp"

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::seal {
namespace {

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

constexpr float kLargeRingCoverage = 0.9F;

// A small or blurred ring runs together with the name inside it. It is still a seal when it stands
// free all around and either its zone of the name is not full, or a redder disc above it is the
// emblem.
constexpr float kBlurredCoverage = 0.9F;
constexpr float kBlurredFillMax = 0.85F;
constexpr float kBlurredInk = 0.65F;  // of the emblem's

// Half a rim without a flaw and a name inside: watermarks have arcs as long, but crossed ones.
constexpr float kBrokenCoverage = 0.42F;
constexpr float kBrokenClean = 0.95F;  // of coverage
constexpr float kBrokenFillMin = 0.12F;

// A moved stamp fills the zone of the name and bleeds beyond the rim, but of a disc's rim hardly
// any ends inside. Stamps moved by 1.6 to 2.5 mm measured thin 0.47-0.8, alone 0.86-1, fill
// 0.53-0.70.
constexpr float kSmearedThin = 0.45F;
constexpr float kSmearedAlone = 0.85F;  // of coverage
constexpr float kSmearedFillMax = 0.75F;

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

bool stands_free(const Rim& rim) {
  return rim.coverage >= kBlurredCoverage && rim.alone >= kAloneShare * rim.coverage;
}

}  // namespace

bool is_ring(const Rim& rim) {
  return rim.coverage >= kCoverageMin && rim.thin >= kThinShare * rim.coverage &&
         rim.alone >= kAloneShare * rim.coverage && rim.fill <= kFillMax;
}

bool is_crossed_ring(const Rim& rim) {
  return rim.coverage >= kCrossedCoverage && rim.thin >= kCrossedThin &&
         rim.alone >= kCrossedAlone && rim.fill <= kFillMax;
}

bool is_thick_ring(const Rim& rim) {
  return stands_free(rim) && rim.fill <= kFillMax;
}

bool is_broken_ring(const Rim& rim) {
  return rim.coverage >= kBrokenCoverage && rim.thin >= kBrokenClean * rim.coverage &&
         rim.alone >= kBrokenClean * rim.coverage && rim.fill <= kFillMax &&
         rim.fill >= kBrokenFillMin;
}

bool is_smeared_ring(const Rim& rim) {
  return rim.coverage >= kBlurredCoverage && rim.thin >= kSmearedThin &&
         rim.alone >= kSmearedAlone * rim.coverage && rim.fill <= kSmearedFillMax;
}

bool is_filled(const Rim& rim) {
  return rim.fill > kFillMax;
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

bool spans_others(const Impression& seen, cv::Size page) {
  return seen.outline.mean_radius() >
             kLargeRing * static_cast<float>(std::max(page.width, page.height)) &&
         seen.rim.coverage < kLargeRingCoverage;
}

}  // namespace vermilion::pipeline::seal
