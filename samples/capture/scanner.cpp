#include "samples/capture/scanner.hpp"

#include "samples/capture/light.hpp"

#include <algorithm>

namespace vermilion::samples::capture {
namespace {

constexpr double kMmPerInch = 25.4;

// The lid behind the sheet: mostly white, sometimes the dark gap at its edge.
cv::Vec3b lid(Random& random) {
  const auto level = static_cast<std::uint8_t>(random.chance(0.85) ? random.integer(238, 253)
                                                                   : random.integer(60, 140));
  return {level, level, level};
}

Tones paper_tones(Random& random) {
  const double white = random.uniform(246, 254);
  const double warmth = random.uniform(0, 5);
  const double black = random.uniform(4, 22);
  return {{black, black, black}, {white, white - warmth * 0.3, white - warmth}};
}

}  // namespace

double unnoticed_skew_deg(Random& random) {
  return std::clamp(random.normal() * 0.2, -0.5, 0.5);
}

Shot scan(const Shot& sheet, double dpi, double skew_deg, Random random) {
  const double px_per_mm = dpi / kMmPerInch;
  const cv::Size size = sheet.picture.size();
  const cv::Point2d middle(size.width / 2.0, size.height / 2.0);
  const Transform laid =
      shifted_by(random.normal() * 0.4 * px_per_mm, random.normal() * 0.4 * px_per_mm) *
      turned_by(skew_deg, middle);
  Shot shot = warped(sheet, laid, size, lid(random));
  blur(shot.picture, random.uniform(0.045, 0.065) * px_per_mm);
  tone(shot.picture, paper_tones(random));
  grain(shot.picture, random.uniform(0.6, 1.3), random);
  return shot;
}

}  // namespace vermilion::samples::capture
