#include "pipeline/page/scale.hpp"

#include "pipeline/page/sheet.hpp"

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::page {
namespace {

constexpr double kA4LongInch = kA4LongMm / 25.4;

// Scanners cut a millimetre or two off a side.
constexpr double kProportionSlack = 0.03;

// Company seals have 38 to 45 mm; 40 is by far the commonest.
constexpr double kSealRingInch = 40 / 25.4;

// Written by programs that know nothing of the scan.
constexpr double kUnknowingTags[] = {72, 96};

bool knowing(double tag) {
  return std::ranges::none_of(kUnknowingTags, [&](double t) { return std::abs(tag - t) < 0.5; });
}

}  // namespace

Scale scale_of(const KnownLengths& lengths) {
  if (lengths.flat && is_a4({lengths.width_px, lengths.height_px}, kProportionSlack))
    return {std::max(lengths.width_px, lengths.height_px) / kA4LongInch, ScaleSource::Page};
  if (lengths.seal_ring_px) return {*lengths.seal_ring_px / kSealRingInch, ScaleSource::Seal};
  if (lengths.density_tag_dpi && knowing(*lengths.density_tag_dpi)) {
    return {lengths.density_tag_dpi, ScaleSource::DensityTag};
  }
  return {};
}

}  // namespace vermilion::pipeline::page
