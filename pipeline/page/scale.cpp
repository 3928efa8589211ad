#include "pipeline/page/scale.hpp"

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::page {
namespace {

constexpr double kA4LongInch = 297 / 25.4;
constexpr double kA4Proportion = 297.0 / 210.0;

// Scanners cut a millimetre or two off a side.
constexpr double kProportionSlack = 0.03;

// Company seals have 38 to 45 mm; 40 is by far the commonest.
constexpr double kSealRingInch = 40 / 25.4;

// Written by programs that know nothing of the scan.
constexpr double kUnknowingTags[] = {72, 96};

bool has_proportions_of_a4(const KnownLengths& lengths) {
  const double longer = std::max(lengths.width_px, lengths.height_px);
  const double shorter = std::min(lengths.width_px, lengths.height_px);
  return std::abs(longer / shorter / kA4Proportion - 1) < kProportionSlack;
}

bool knowing(double tag) {
  return std::ranges::none_of(kUnknowingTags, [&](double t) { return std::abs(tag - t) < 0.5; });
}

}  // namespace

Scale scale_of(const KnownLengths& lengths) {
  if (lengths.flat && has_proportions_of_a4(lengths)) {
    return {std::max(lengths.width_px, lengths.height_px) / kA4LongInch, ScaleSource::Page};
  }
  if (lengths.seal_ring_px) return {*lengths.seal_ring_px / kSealRingInch, ScaleSource::Seal};
  if (lengths.density_tag_dpi && knowing(*lengths.density_tag_dpi)) {
    return {lengths.density_tag_dpi, ScaleSource::DensityTag};
  }
  return {};
}

}  // namespace vermilion::pipeline::page
