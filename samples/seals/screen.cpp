#include "samples/seals/screen.hpp"

#include "samples/wave.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vermilion::samples::seals {
namespace {

using std::numbers::pi;

// A clustered-dot screen: ink where the tone is above the hill of the dot. Toner edges are a little
// soft, hence the slope instead of a step.
Mask dots(const Mask& face, double pitch_px, double angle_deg, int tone) {
  static const Wave wave;
  const double angle = angle_deg * pi / 180;
  const std::uint32_t along = Wave::turns(std::cos(angle) / pitch_px);
  const std::uint32_t across = Wave::turns(std::sin(angle) / pitch_px);
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
