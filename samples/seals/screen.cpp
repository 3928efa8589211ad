#include "samples/seals/screen.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vermilion::samples::seals {
namespace {

using std::numbers::pi;

// One turn of the cosine as -127 to 127, walked through with 32-bit phases that wrap by themselves.
class Wave {
 public:
  Wave() {
    for (std::size_t i = 0; i < table_.size(); ++i) {
      table_[i] = static_cast<std::int8_t>(
          std::lround(127 * std::cos(2 * pi * static_cast<double>(i) / 256)));
    }
  }
  [[nodiscard]] int at(std::uint32_t phase) const { return table_[phase >> 24]; }

 private:
  std::array<std::int8_t, 256> table_{};
};

std::uint32_t turns(double cycles) {
  return static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(cycles * 0x1p32)));
}

// A clustered-dot screen: ink where the tone is above the hill of the dot. Toner edges are a little
// soft, hence the slope instead of a step.
Mask dots(const Mask& face, double pitch_px, double angle_deg, int tone) {
  static const Wave wave;
  const double angle = angle_deg * pi / 180;
  const std::uint32_t along = turns(std::cos(angle) / pitch_px);
  const std::uint32_t across = turns(std::sin(angle) / pitch_px);
  Mask amount(face.size());
  for (int y = 0; y < face.rows; ++y) {
    auto u = static_cast<std::uint32_t>(y) * across;
    auto v = static_cast<std::uint32_t>(y) * along;
    for (int x = 0; x < face.cols; ++x, u += along, v -= across) {
      const int hill = (wave.at(u) + wave.at(v)) / 2 + 128;
      const int ink = std::clamp((face(y, x) * tone / 255 - hill) * 4 + 128, 0, 255);
      amount(y, x) = static_cast<std::uint8_t>(face(y, x) < 20 ? 0 : ink * kOneCoat / 255);
    }
  }
  return amount;
}

}  // namespace

std::vector<InkLayer> screened(const Mask& face, double lines_per_inch, double dpi) {
  const double pitch_px = dpi / lines_per_inch;
  // The angles and tones of office lasers: magenta 75 degrees 85 %, yellow 0 degrees 75 %.
  return {{dots(face, pitch_px, 75, 217), kMagenta}, {dots(face, pitch_px, 0, 191), kYellow}};
}

}  // namespace vermilion::samples::seals
