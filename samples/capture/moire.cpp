#include "samples/capture/moire.hpp"

#include "samples/wave.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vermilion::samples::capture {
namespace {

struct Bands {
  std::uint32_t across;  // phase per pixel to the right
  std::uint32_t down;
  std::uint32_t drift;   // change of `across` from row to row: a lens bends the bands
  std::uint32_t stripe;  // phase from one colour to the next
};

Bands bands(double period_px, Random& random) {
  const double direction = random.uniform(0, 2 * std::numbers::pi);
  return {Wave::turns(std::cos(direction) / period_px),
          Wave::turns(std::sin(direction) / period_px), Wave::turns(random.normal() * 4e-7),
          Wave::turns(random.uniform(0.05, 0.33))};
}

void modulate(Picture& picture, const Bands& bands, double depth) {
  static const Wave wave;
  const auto strength = static_cast<int>(depth * 65536 / 254);
  std::uint32_t row = 0;
  std::uint32_t across = bands.across;
  for (int y = 0; y < picture.rows; ++y, row += bands.down, across += bands.drift) {
    std::uint32_t phase = row;
    for (int x = 0; x < picture.cols; ++x, phase += across) {
      for (int c = 0; c < 3; ++c) {
        const int light =
            65536 -
            strength * (127 + wave.at(phase + static_cast<std::uint32_t>(c) * bands.stripe));
        picture(y, x)[c] = static_cast<std::uint8_t>(picture(y, x)[c] * light >> 16);
      }
    }
  }
}

}  // namespace

void beat(Picture& picture, double depth, Random& random) {
  modulate(picture, bands(random.uniform(4, 9), random), depth * 0.6);
  modulate(picture, bands(random.uniform(30, 120), random), depth);
}

}  // namespace vermilion::samples::capture
