#include "samples/seals/inking.hpp"

#include "samples/texture.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vermilion::samples::seals {
namespace {

std::uint8_t to_byte(float value) {
  return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

// Each step leaves a little less than the one before.
Mask smeared(const Mask& amount, double length_px, Random& random) {
  const double direction = random.uniform(0, 2 * std::numbers::pi);
  const int steps = std::max(2, static_cast<int>(length_px));
  Mask smear = amount.clone();
  for (int i = 1; i <= steps; ++i) {
    const cv::Point move(static_cast<int>(std::lround(std::cos(direction) * i)),
                         static_cast<int>(std::lround(std::sin(direction) * i)));
    const cv::Rect all({}, amount.size());
    const cv::Rect to = (all + move) & all;
    cv::Mat trail;
    cv::Mat reached = smear(to);
    cv::convertScaleAbs(amount(to - move), trail, 0.75 - 0.45 * i / steps);
    cv::max(reached, trail, reached);
  }
  return smear;
}

}  // namespace

Stamping natural_stamping(Random& random) {
  return {.colour = any_red(random),
          .strength = random.uniform(0.85, 1.15),
          .unevenness = random.uniform(0.08, 0.55),
          .texture = random.uniform(0.08, 0.40),
          .pinholes = random.uniform(0, 0.04),
          .bleed_mm = random.uniform(0.04, 0.08)};
}

Mask blurred(const Mask& mask, double sigma_px) {
  if (sigma_px < 0.3) return mask;
  Mask soft;
  cv::GaussianBlur(mask, soft, {}, sigma_px);
  return soft;
}

Mask inked(const Mask& face, const Stamping& how, double px_per_mm, Random& random) {
  const Mask soft = blurred(face, how.bleed_mm * px_per_mm);
  const Mask fibre = relief(face.size(), 0.09 * px_per_mm, random);
  const Mask blot = relief(face.size(), 0.32 * px_per_mm, random);
  const Mask pressure = relief(face.size(), 14.0 * px_per_mm, random);
  const auto dry = static_cast<int>(255 * std::sqrt(how.pinholes) * 0.62);
  const auto coat = static_cast<float>(how.strength * kOneCoat);
  const auto uneven = static_cast<float>(how.unevenness / 255);
  const auto texture = static_cast<float>(how.texture / 255);
  Mask amount(face.size());
  for (int y = 0; y < face.rows; ++y) {
    for (int x = 0; x < face.cols; ++x) {
      const int ragged = (soft(y, x) - 128) * 2 + (fibre(y, x) - 128) / 2 + 128;
      const auto edge = static_cast<float>(soft(y, x) == 0 ? 0 : std::clamp(ragged, 0, 255)) / 255;
      const float pressed = 1 - uneven * static_cast<float>(255 - pressure(y, x));
      const float grain = 1 - texture / 2 * static_cast<float>(blot(y, x) + fibre(y, x));
      const float wet = blot(y, x) < dry && fibre(y, x) < 150 ? 0.25F : 1.0F;
      amount(y, x) = to_byte(edge * pressed * grain * wet * coat);
    }
  }
  return amount;
}

Mask wronged(Mask amount, const Stamping& how, double px_per_mm, Random random) {
  if (how.smear_mm > 0) amount = smeared(amount, how.smear_mm * px_per_mm, random);
  if (how.blur_mm > 0) amount = blurred(amount, how.blur_mm * px_per_mm);
  if (how.kept < 1) cv::convertScaleAbs(amount, amount, how.kept);
  return amount;
}

}  // namespace vermilion::samples::seals
