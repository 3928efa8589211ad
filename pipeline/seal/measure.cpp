#include "pipeline/seal/measure.hpp"

#include "pipeline/seal/redness.hpp"
#include "pipeline/seal/rim_spread.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace vermilion::pipeline::seal {
namespace {

constexpr int kTurns = 120;
constexpr int kReaches = 86;
constexpr float kInner = 0.5F;
constexpr float kOuter = 1.35F;

// Everything but the edge is measured where the radius has about this many pixels.
constexpr float kRadius = 90;

// Fresh ink on white paper: 140 darker, Cr 75 above the paper's (redness doubles it).
constexpr double kFreshDarkness = 140;
constexpr double kFreshRedness = 150;

// Cr rises by half of what the brightness falls, for red ink of any coverage; half of that is a
// brownish or black pad.
constexpr double kRedOfDarkness = 0.45;

constexpr float kAroundFrom = 1.12F;

// Colour is stored coarser than brightness, so a fine rim's is spread over this much of the radius.
constexpr double kSpreadFrom = 0.86;
constexpr double kSpreadTo = 1.14;

constexpr double kRimFrom = 0.92;
constexpr double kRimTo = 1.06;

template <class T>
double quantile(std::vector<T> values, double share) {
  if (values.empty()) return 0;
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return static_cast<double>(*at);
}

// The seal under its outline, straightened: how dark and how red.
struct Ring {
  Unrolled luma;
  cv::Mat red;  // same shape

  int at(int row, int turn) const { return luma.pixels.at<std::uint8_t>(row, turn); }
  int red_at(int row, int turn) const { return red.at<std::uint8_t>(row, turn); }
};

float to_level(int level) {
  return 1.0F / static_cast<float>(1 << level);
}

// Redness of the part of the page around an outline, and the outline within it.
struct RedPart {
  cv::Mat red;
  Outline outline;
};

RedPart red_part(const page::Pyramid& pyramid, const page::Light& light, const Outline& outline,
                 int level) {
  const Outline there = outline.scaled(to_level(level));
  const cv::Rect2f box = there.bounds();
  const float margin = 0.4F * there.mean_radius() + 2;
  cv::Rect part(static_cast<int>(box.x - margin), static_cast<int>(box.y - margin),
                static_cast<int>(box.width + 2 * margin),
                static_cast<int>(box.height + 2 * margin));
  part &= cv::Rect(0, 0, pyramid.cr(level).cols, pyramid.cr(level).rows);
  RedPart result{.outline = there};
  if (part.empty()) return result;
  result.red = near_redness(pyramid.cb(level)(part), pyramid.cr(level)(part), light);
  result.outline.centre -= cv::Point2f(static_cast<float>(part.x), static_cast<float>(part.y));
  return result;
}

// The light with the tint of the paper around the seal: a photo's is not the same all over.
page::Light light_near(const page::Pyramid& pyramid, const page::Light& light,
                       const Outline& outline, int level) {
  const Outline there = outline.scaled(to_level(level));
  const auto tint = [&](const cv::Mat& plane) {
    const cv::Mat around = unroll(plane, there, kAroundFrom, kOuter, 8, kTurns / 2).pixels;
    return quantile(
        std::vector<std::uint8_t>(around.begin<std::uint8_t>(), around.end<std::uint8_t>()), 0.5);
  };
  page::Light near = light;
  near.tint_cb = tint(pyramid.cb(level));
  near.tint_cr = tint(pyramid.cr(level));
  return near;
}

Ring ring_of(const Impression& impression, const page::Pyramid& pyramid, const page::Light& light) {
  const int level = pyramid.level_where(impression.outline.mean_radius(), 1.5F * kRadius);
  Ring ring{.luma = unroll(pyramid.luma(level), impression.outline.scaled(to_level(level)), kInner,
                           kOuter, kReaches, kTurns)};
  ring.red = cv::Mat::zeros(ring.luma.pixels.size(), CV_8U);
  if (!pyramid.coloured()) return ring;
  const int colour_level = std::max(1, level);
  const page::Light near = light_near(pyramid, light, impression.outline, colour_level);
  const RedPart part = red_part(pyramid, near, impression.outline, colour_level);
  if (!part.red.empty())
    ring.red = unroll(part.red, part.outline, kInner, kOuter, kReaches, kTurns).pixels;
  return ring;
}

// The inkiest place of the rim at each turn.
struct RimSamples {
  std::vector<double> darkness;
  std::vector<double> red;
};

RimSamples rim_samples(const Ring& ring, double paper) {
  RimSamples samples;
  for (int turn = 0; turn < kTurns; ++turn) {
    double darkness = 0;
    double red = 0;
    for (int row = ring.luma.row_of(kRimFrom); row <= ring.luma.row_of(kRimTo); ++row) {
      darkness = std::max(darkness, paper - ring.at(row, turn));
      red = std::max(red, static_cast<double>(ring.red_at(row, turn)));
    }
    samples.darkness.push_back(darkness);
    samples.red.push_back(red);
  }
  return samples;
}

// Paper around the seal, brighter than what is printed there.
double paper_around(const Ring& ring) {
  std::vector<int> values;
  for (int row = ring.luma.row_of(kAroundFrom); row < kReaches; ++row) {
    for (int turn = 0; turn < kTurns; ++turn) values.push_back(ring.at(row, turn));
  }
  return quantile(std::move(values), 0.7);
}

// For a red seal ink is what is red; in grey it is what is dark.
std::vector<double> ink_along(const Ring& ring, int turn, bool red, double paper) {
  std::vector<double> ink(kReaches);
  for (int row = 0; row < kReaches; ++row) {
    ink[static_cast<std::size_t>(row)] =
        red ? ring.red_at(row, turn) : std::max(0.0, paper - ring.at(row, turn));
  }
  return ink;
}

// Length of the ink around the rim along one ray, in rows.
double thickness_at(const std::vector<double>& ink, const Unrolled& geometry, double level) {
  int peak = geometry.row_of(kRimFrom);
  for (int row = peak; row <= geometry.row_of(kRimTo); ++row) {
    if (ink[static_cast<std::size_t>(row)] > ink[static_cast<std::size_t>(peak)]) peak = row;
  }
  if (ink[static_cast<std::size_t>(peak)] < level) return 0;
  int inner = peak;
  int outer = peak;
  while (inner > 0 && ink[static_cast<std::size_t>(inner - 1)] >= level) --inner;
  while (outer + 1 < kReaches && ink[static_cast<std::size_t>(outer + 1)] >= level) ++outer;
  return outer - inner + 1;
}

// Redness to darkness of all that lies across the rim, the median around: blurring either changes
// neither sum.
double red_of_darkness(const Ring& ring, double paper) {
  std::vector<double> shares;
  for (int turn = 0; turn < kTurns; ++turn) {
    double darkness = 0;
    double red = 0;
    for (int row = ring.luma.row_of(kSpreadFrom); row <= ring.luma.row_of(kSpreadTo); ++row) {
      darkness += std::max(0.0, paper - ring.at(row, turn));
      red += ring.red_at(row, turn) / 2.0;
    }
    if (darkness > 0) shares.push_back(red / darkness);
  }
  return quantile(std::move(shares), 0.5);
}

void measure_rim(Measurement& m, const Ring& ring, const Impression& impression, double paper) {
  const RimSamples samples = rim_samples(ring, paper);
  const double usual = quantile(impression.red ? samples.red : samples.darkness, 0.5);
  int covered = 0;
  std::vector<double> thickness;
  for (int turn = 0; turn < kTurns; ++turn) {
    const auto i = static_cast<std::size_t>(turn);
    const double here = impression.red ? samples.red[i] : samples.darkness[i];
    const bool inked = here >= std::max(0.35 * usual, 8.0);
    covered += inked;
    const double rows =
        thickness_at(ink_along(ring, turn, impression.red, paper), ring.luma, usual / 2);
    if (rows > 0) thickness.push_back(rows);
  }
  const double px_per_row =
      (kOuter - kInner) / (kReaches - 1) * static_cast<double>(impression.outline.mean_radius());
  const double darkness = quantile(samples.darkness, 0.5);
  m.border = static_cast<double>(covered) / kTurns;
  m.rim_px = quantile(thickness, 0.5) * px_per_row;
  // The strokes of a square seal run into its frame.
  if (!impression.outline.angular)
    m.rim_swing_px = (quantile(thickness, 0.85) - quantile(thickness, 0.15)) * px_per_row;
  if (darkness >= 4) {
    const double at_peaks = quantile(samples.red, 0.5) / 2 / darkness;
    m.redness =
        std::clamp(std::max(at_peaks, red_of_darkness(ring, paper)) / kRedOfDarkness, 0.0, 1.0);
  }
  m.strength = std::clamp(
      std::max(darkness / kFreshDarkness, quantile(samples.red, 0.5) / kFreshRedness), 0.0, 1.0);
}

double fill_of(const Ring& ring, const Impression& impression, double paper) {
  std::vector<double> all;
  for (int row = ring.luma.row_of(0.55F); row <= ring.luma.row_of(0.85F); ++row) {
    for (int turn = 0; turn < kTurns; ++turn) {
      all.push_back(impression.red ? ring.red_at(row, turn)
                                   : std::max(0.0, paper - ring.at(row, turn)));
    }
  }
  const double bound = impression.red ? impression.rim.ink / 2.0 : 0.4 * paper;
  return static_cast<double>(std::ranges::count_if(all, [&](double v) { return v > bound; })) /
         static_cast<double>(all.size());
}

// Before any balancing to the paper: L* 92 is a brightness of 231, a* and b* of 4 are about 4 in Cr
// and Cb.
double background_of(const page::Light& light, double paper) {
  const double dark = (231 - paper) / 40;
  const double tint =
      (std::max(std::abs(light.tint_cb - 128), std::abs(light.tint_cr - 128)) - 4) / 12;
  return std::clamp(std::max(dark, tint), 0.0, 1.0);
}

}  // namespace

Measurement measure(const Impression& impression, std::span<const Impression> all,
                    const page::Pyramid& pyramid, const page::Light& light,
                    std::optional<double> px_per_mm) {
  constexpr double kUsualRadiusMm = 20;
  const double scale =
      px_per_mm.value_or(static_cast<double>(impression.outline.mean_radius()) / kUsualRadiusMm);
  const Ring ring = ring_of(impression, pyramid, light);
  const double paper = paper_around(ring);
  Measurement m;
  measure_rim(m, ring, impression, paper);
  m.fill = fill_of(ring, impression, paper);
  m.background = background_of(light, paper);
  m.spread_px = rim_spread_px(pyramid.luma(0), impression.outline);
  m.foreign = foreign_marks_of(impression, all, pyramid, light, paper, scale);
  return m;
}

}  // namespace vermilion::pipeline::seal
