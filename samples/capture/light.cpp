#include "samples/capture/light.hpp"

#include "samples/texture.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace vermilion::samples::capture {
namespace {

constexpr int kGrid = 24;  // light changes slowly: a coarse map is enough

// Multiplies by a coarse map of brightness, 255 being full light.
void illuminate(Picture& picture, const Mask& coarse) {
  Mask light;
  cv::resize(coarse, light, picture.size(), 0, 0, cv::INTER_CUBIC);
  for (int y = 0; y < picture.rows; ++y) {
    cv::Vec3b* pixel = picture[y];
    const std::uint8_t* bright = light[y];
    for (int x = 0; x < picture.cols; ++x) {
      for (int c = 0; c < 3; ++c) {
        pixel[x][c] = static_cast<std::uint8_t>((pixel[x][c] * bright[x] + 127) / 255);
      }
    }
  }
}

template <class Brightness>
Mask map_of(const Brightness& brightness) {
  Mask map(kGrid, kGrid);
  for (int y = 0; y < kGrid; ++y) {
    for (int x = 0; x < kGrid; ++x) {
      const double u = 2.0 * x / (kGrid - 1) - 1;
      const double v = 2.0 * y / (kGrid - 1) - 1;
      map(y, x) = static_cast<std::uint8_t>(std::clamp(255 * brightness(u, v), 0.0, 255.0));
    }
  }
  return map;
}

// Drawn once: 64 k deviates serve every picture, each row beginning at another place.
const std::vector<std::int16_t>& deviates() {
  static const std::vector<std::int16_t> table = [] {
    Random random(0x6E6F697365);
    std::vector<std::int16_t> values(1 << 16);
    for (auto& value : values) value = static_cast<std::int16_t>(random.normal() * 1024);
    return values;
  }();
  return table;
}

}  // namespace

void blur(Picture& picture, double sigma_px) {
  if (sigma_px < 0.3) return;
  cv::GaussianBlur(picture, picture, {}, sigma_px);
}

void shake(Picture& picture, double length_px, Random& random) {
  const double angle = random.uniform(0, std::numbers::pi);
  const int steps = static_cast<int>(length_px);
  if (steps < 2) return;
  // Sums of whole numbers: OpenCV's filters round differently from processor to processor.
  Picture wide;
  cv::copyMakeBorder(picture, wide, steps, steps, steps, steps, cv::BORDER_REPLICATE);
  std::vector<std::ptrdiff_t> path;
  for (int i = 0; i < steps; ++i) {
    const double away = i - (steps - 1) / 2.0;
    path.push_back(std::lround(std::sin(angle) * away) * wide.cols +
                   std::lround(std::cos(angle) * away));
  }
  for (int y = 0; y < picture.rows; ++y) {
    const cv::Vec3b* from = wide[y + steps] + steps;
    for (int x = 0; x < picture.cols; ++x) {
      cv::Vec3i sum;
      for (const auto step : path) sum += from[x + step];
      for (int c = 0; c < 3; ++c) picture(y, x)[c] = static_cast<std::uint8_t>(sum[c] / steps);
    }
  }
}

void grain(Picture& picture, double deviation, Random& random) {
  const auto& table = deviates();
  const auto scale = static_cast<int>(deviation * 64);  // of 1024 * 64
  const auto reach =
      static_cast<std::uint64_t>(table.size() - static_cast<std::size_t>(picture.cols) * 4);
  for (int y = 0; y < picture.rows; ++y) {
    const std::int16_t* noise = table.data() + random.bits() % reach;
    const std::int16_t* tint = noise + picture.cols;
    auto* value = picture.ptr<std::uint8_t>(y);
    for (int x = 0; x < picture.cols; ++x) {
      for (int c = 0; c < 3; ++c) {
        const int deviate = noise[x] + tint[x * 3 + c] / 4;
        const int noisy = value[x * 3 + c] + ((deviate * scale + 32768) >> 16);
        value[x * 3 + c] = static_cast<std::uint8_t>(std::clamp(noisy, 0, 255));
      }
    }
  }
}

void tone(Picture& picture, const Tones& tones) {
  cv::Mat3b curve(1, 256);
  for (int level = 0; level < 256; ++level) {
    for (int c = 0; c < 3; ++c) {
      const double value = tones.black[c] + (tones.white[c] - tones.black[c]) * level / 255;
      curve(0, level)[c] = static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
    }
  }
  cv::LUT(picture, curve, picture);
}

void shade(Picture& picture, double share, Random& random) {
  const double direction = random.uniform(0, 2 * std::numbers::pi);
  const double c = std::cos(direction);
  const double s = std::sin(direction);
  const double reach = std::abs(c) + std::abs(s);
  const Mask uneven = relief({kGrid, kGrid}, 7, random);
  const Mask slope =
      map_of([&](double u, double v) { return 1 - share * (0.5 + 0.5 * (u * c + v * s) / reach); });
  Mask map(kGrid, kGrid);
  for (int y = 0; y < kGrid; ++y) {
    for (int x = 0; x < kGrid; ++x) {
      const double patch = 1 - share / 3 * uneven(y, x) / 255;
      map(y, x) = static_cast<std::uint8_t>(slope(y, x) * patch);
    }
  }
  illuminate(picture, map);
}

void vignette(Picture& picture, double share) {
  illuminate(picture, map_of([&](double u, double v) {
               const double distance = (u * u + v * v) / 2;
               return 1 - share * distance * distance;
             }));
}

}  // namespace vermilion::samples::capture
