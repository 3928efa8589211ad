#include "pipeline/seal/find.hpp"

#include "pipeline/seal/blobs.hpp"
#include "pipeline/seal/circles.hpp"
#include "pipeline/seal/examine.hpp"
#include "pipeline/seal/judge.hpp"
#include "pipeline/seal/redness.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::seal {
namespace {

// Rings are voted for where the page is 256 to 511 pixels long: the ring of a 40 mm seal on A4 is
// then 20 pixels in radius and a pixel thick.
constexpr int kSearchSide = 256;
constexpr float kRadiusMin = 7;  // in pixels there
constexpr float kRadiusMaxShare =
    0.56F;  // of the shorter side: a cropped seal that touches the edges

constexpr std::uint8_t kInkOfBlob = 16;

// What may be a seal all the same: rings with so much of a rim, and patches when so much of the
// page is red and unexplained (the ring and name of a faint seal on A4 are 0.002), between 22 and
// 75 mm on A4.
constexpr float kDoubtfulCoverage = 0.5F;
constexpr double kRedLeft = 0.0008;
constexpr float kDoubtfulFrom = 0.075F;
constexpr float kDoubtfulTo = 0.25F;
constexpr float kDoubtfulAspect = 0.6F;

// The emblem's radius against the longer side: 7 to 17 mm on A4.
constexpr float kEmblemFrom = 0.025F;
constexpr float kEmblemTo = 0.058F;
constexpr float kSquareAroundDisc = 1.5F;  // a square's half side against the disc seen in it
constexpr double kEmblemInked = 0.008;     // of the head: a disc of 8 mm is 0.011

// Where an emblem lies whole.
cv::Rect head_of(cv::Size page) {
  return {page.width / 4, 0, page.width / 2, page.height * 6 / 10};
}

cv::Rect whole(const cv::Mat& image) {
  return {0, 0, image.cols, image.rows};
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

// Where rings are looked for: in what ink, at which level of the pyramid, down to which.
struct Search {
  const InkMap& ink;
  int level = 0;
  int finest = 0;
  bool red = false;
};

// Of red alone what a stamp spoilt is a ring, too: in grey, print would pass for it.
bool is_any_ring(const Rim& rim, bool red) {
  return is_ring(rim) || is_thick_ring(rim) || is_crossed_ring(rim) || (red && is_broken_ring(rim));
}

Found find_rings(const page::Pyramid& pyramid, const Search& search, RadiusRange radii) {
  const auto& [ink_map, level, finest, red] = search;
  Found found;
  std::vector<Impression> discs;
  for (const Circle& circle : circles(ink_map(level, whole(pyramid.luma(level))), radii)) {
    const Outline outline{
        .centre = circle.centre, .half_width = circle.radius, .half_height = circle.radius};
    const Impression seen = examined({outline, level, red}, ink_map, pyramid, finest);
    if (is_any_ring(seen.rim, red)) {
      if (!spans_others(seen, pyramid.luma(0).size())) keep(found.impressions, seen);
    } else if (is_filled(seen.rim)) {
      discs.push_back(seen);
    } else if (seen.rim.coverage >= kDoubtfulCoverage) {
      found.doubtful.push_back(seen.outline.bounds());
    }
  }
  const auto reddest =
      std::ranges::max_element(discs, {}, [](const Impression& d) { return d.rim.ink; });
  if (reddest == discs.end()) return found;
  if (is_emblem(*reddest, pyramid.luma(0).size())) found.emblem = reddest->outline;
  for (const Impression& disc : discs) {
    const bool smeared =
        red && is_smeared_ring(disc.rim) && !is_emblem(disc, pyramid.luma(0).size());
    if (smeared || is_blurred_beside(*reddest, disc)) keep(found.impressions, disc);
  }
  return found;
}

// A ring speaks for a seal whatever its red is; a rectangle may be an orange character of a title.
struct Inks {
  const InkMap& rings;
  const InkMap& frames;
};

// A rectangle around seals much smaller than itself is the frame of the page.
bool frames_others(const Found& found, const Impression& seen) {
  return seen.outline.angular &&
         std::ranges::any_of(found.impressions, [&](const Impression& other) {
           return 2 * other.outline.mean_radius() < seen.outline.mean_radius() &&
                  seen.outline.bounds().contains(other.outline.centre);
         });
}

// Ovals bend so that a part of them passes for a ring: one that encloses such a ring replaces it.
void add_blobs(Found& found, const cv::Mat& mask, const page::Pyramid& pyramid, const Inks& inks,
               int level, int finest) {
  for (const Outline& outline : blobs(mask)) {
    const InkMap& ink_map = outline.angular ? inks.frames : inks.rings;
    const Impression seen = examined({outline, level}, ink_map, pyramid, finest);
    const bool seal = outline.angular ? is_frame(seen, pyramid.luma(0).size()) : is_ring(seen.rim);
    if (!seal || frames_others(found, seen)) continue;
    std::erase_if(found.impressions, [&](const Impression& ring) {
      return ring.rim.coverage < seen.rim.coverage &&
             seen.outline.bounds().contains(ring.outline.centre);
    });
    keep(found.impressions, seen);
  }
}

// Patches of red that are left, and rings that were none: those of the size of a seal that lie over
// nothing found.
void add_doubtful(Found& found, const cv::Mat& mask, float to_page) {
  const auto longer = static_cast<float>(std::max(mask.cols, mask.rows)) * to_page;
  if (cv::countNonZero(mask) > kRedLeft * static_cast<double>(mask.total())) {
    for (const cv::Rect2f patch : patches(mask)) {
      found.doubtful.emplace_back(patch.tl() * to_page, patch.size() * to_page);
    }
  }
  std::erase_if(found.doubtful, [&](const cv::Rect2f& box) {
    const float shorter_side = std::min(box.width, box.height);
    const float longer_side = std::max(box.width, box.height);
    const cv::Point2f middle = (box.tl() + box.br()) / 2;
    return longer_side < kDoubtfulFrom * longer || longer_side > kDoubtfulTo * longer ||
           shorter_side < kDoubtfulAspect * longer_side || is_known(found, middle);
  });
}

// A square seal cut white on red is as full a disc as an emblem; but it has corners.
bool is_square_seal(const Outline& emblem, const cv::Mat& mask, const page::Pyramid& pyramid,
                    const InkMap& ink_map, int level, int finest) {
  return std::ranges::any_of(blobs(mask), [&](const Outline& outline) {
    if (!outline.angular) return false;
    const Impression seen = examined({outline, level}, ink_map, pyramid, finest);
    return is_frame(seen, pyramid.luma(0).size()) &&
           seen.outline.mean_radius() < kSquareAroundDisc * emblem.mean_radius() &&
           seen.outline.bounds().contains(emblem.centre);
  });
}

void add_ovals_and_squares(Found& found, const page::Pyramid& pyramid, const Inks& inks, int level,
                           int finest) {
  cv::Mat mask = inks.rings(level, whole(pyramid.luma(level))) >= kInkOfBlob;
  const float to_level = 1.0F / static_cast<float>(1 << level);
  if (found.emblem && is_square_seal(*found.emblem, mask, pyramid, inks.frames, level, finest)) {
    found.emblem.reset();
  }
  if (found.emblem) erase(mask, found.emblem->scaled(to_level));
  // What something crosses may be a ring under another seal, or the circle within a square one.
  const bool crossed = std::ranges::any_of(found.impressions, [](const Impression& ring) {
    return is_crossed_ring(ring.rim) && !is_ring(ring.rim);
  });
  if (crossed) add_blobs(found, mask, pyramid, inks, level, finest);
  for (const Impression& ring : found.impressions) {
    if (ring.rim.coverage > 0.9F) erase(mask, ring.outline.scaled(to_level));
  }
  add_blobs(found, mask, pyramid, inks, level, finest);
  for (const Impression& seal : found.impressions) erase(mask, seal.outline.scaled(to_level));
  add_doubtful(found, mask, static_cast<float>(1 << level));
}

// The emblem where it must stand, for a page on which so much else outvoted it.
std::optional<Outline> emblem_at_head(const page::Pyramid& pyramid, const InkMap& ink_map,
                                      int level, int finest) {
  const cv::Size size = pyramid.luma(level).size();
  const cv::Rect head = head_of(size);
  const auto longer = static_cast<float>(std::max(size.width, size.height));
  const cv::Mat ink = ink_map(level, head);
  if (cv::countNonZero(ink >= kInkOfBlob) < kEmblemInked * static_cast<double>(ink.total()))
    return std::nullopt;
  for (const Circle& circle : circles(ink, {kEmblemFrom * longer, kEmblemTo * longer})) {
    const Outline outline{.centre = circle.centre + cv::Point2f(head.tl()),
                          .half_width = circle.radius,
                          .half_height = circle.radius};
    const Impression disc = examined({outline, level}, ink_map, pyramid, finest);
    if (is_emblem(disc, pyramid.luma(0).size())) return disc.outline;
  }
  return std::nullopt;
}

}  // namespace

bool is_known(const Found& found, cv::Point2f place) {
  const auto holds = [&](const Outline& known) {
    return cv::norm(known.centre - place) < static_cast<double>(known.half_height);
  };
  return (found.emblem && holds(*found.emblem)) ||
         std::ranges::any_of(found.impressions,
                             [&](const Impression& known) { return holds(known.outline); });
}

Found find_red(const page::Pyramid& pyramid, const page::Light& light) {
  if (!pyramid.coloured()) return {};
  // Colour is stored at half size at best, so level 1 is as fine as it gets.
  const int level = std::max(1, pyramid.level_with_side(kSearchSide));
  const InkMap red = [&](int at, cv::Rect within) {
    return near_redness(pyramid.cb(at)(within), pyramid.cr(at)(within), light);
  };
  const InkMap reddest = [&](int at, cv::Rect within) {
    return redness(pyramid.cb(at)(within), pyramid.cr(at)(within), light);
  };
  const cv::Mat& size = pyramid.cr(level);
  const auto longer = static_cast<float>(std::max(size.cols, size.rows));
  const auto shorter = static_cast<float>(std::min(size.cols, size.rows));
  const Search search{red, level, 1, true};
  // A picture of a seal alone shows larger rings than a page; voting for them costs four times as
  // much.
  Found found = find_rings(pyramid, search, {kRadiusMin, kLargeRing * longer});
  if (found.impressions.empty())
    found = find_rings(pyramid, search, {kRadiusMin, kRadiusMaxShare * shorter});
  if (!found.impressions.empty() && !found.emblem)
    found.emblem = emblem_at_head(pyramid, red, level, 1);
  add_ovals_and_squares(found, pyramid, {red, reddest}, level, 1);
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
  Found found = find_rings(pyramid, {dark, level, 0},
                           {std::max(kRadiusMin, radius_min_px * scale), radius_max_px * scale});
  for (Impression& impression : found.impressions) impression.red = false;
  if (!found.impressions.empty() && !found.emblem)
    found.emblem = emblem_at_head(pyramid, dark, level, 0);
  return found;
}

}  // namespace vermilion::pipeline::seal
