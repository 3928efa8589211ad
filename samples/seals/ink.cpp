#include "samples/seals/ink.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace vermilion::samples::seals {
namespace {

using Curve = std::array<std::uint16_t, 256>;  // transmission by amount, in 1/65536

Curve curve_of(double transmission) {
  Curve curve{};
  for (std::size_t amount = 0; amount < curve.size(); ++amount) {
    const double passed = std::pow(transmission, static_cast<double>(amount) / kOneCoat);
    curve[amount] = static_cast<std::uint16_t>(std::min(65535.0, std::floor(passed * 65536)));
  }
  return curve;
}

}  // namespace

InkColour any_red(Random& random) {
  // Stamp pads from orange to the purple of old ink; domain knowledge of hue 156 to 10 in OpenCV.
  static constexpr std::array kPads{InkColour{{0.83, 0.146, 0.174}}, InkColour{{0.90, 0.13, 0.10}},
                                    InkColour{{0.87, 0.24, 0.12}}, InkColour{{0.76, 0.15, 0.25}},
                                    InkColour{{0.88, 0.18, 0.22}}};
  InkColour colour = random.choose(kPads);
  for (double& channel : colour.transmission) {
    channel = std::clamp(channel * random.uniform(0.92, 1.08), 0.05, 0.95);
  }
  return colour;
}

InkColour towards(const InkColour& from, const InkColour& to, double share) {
  InkColour colour = from;
  for (std::size_t c = 0; c < colour.transmission.size(); ++c) {
    colour.transmission[c] += share * (to.transmission[c] - from.transmission[c]);
  }
  return colour;
}

void lay_ink(Picture& page, const InkLayer& layer, cv::Point origin) {
  const cv::Rect patch = cv::Rect(origin, layer.amount.size()) & cv::Rect({}, page.size());
  const std::array curves{curve_of(layer.colour.transmission[0]),
                          curve_of(layer.colour.transmission[1]),
                          curve_of(layer.colour.transmission[2])};
  for (int y = patch.y; y < patch.y + patch.height; ++y) {
    const std::uint8_t* amount = layer.amount[y - origin.y] + (patch.x - origin.x);
    cv::Vec3b* pixel = page[y] + patch.x;
    for (int x = 0; x < patch.width; ++x) {
      if (amount[x] == 0) continue;
      for (int c = 0; c < 3; ++c) {
        const auto passed = curves[static_cast<std::size_t>(c)][amount[x]];
        pixel[x][c] = static_cast<std::uint8_t>((pixel[x][c] * passed + 32768u) >> 16);
      }
    }
  }
}

}  // namespace vermilion::samples::seals
