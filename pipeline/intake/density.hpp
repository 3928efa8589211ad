#pragma once

#include <cmath>
#include <optional>

namespace vermilion::pipeline::intake {

inline constexpr double kInchesPerMetre = 1 / 0.0254;
inline constexpr double kCentimetresPerInch = 2.54;

// The density to a tenth, if it can be one. PNG and BMP count whole pixels per metre, so that 300
// dpi come back as 299.9994; below 30 dpi an A4 page has 350 rows and no legible text, above 2400
// dpi no flatbed scans; 0, 1 and 65535 are what programs write that do not know.
inline std::optional<double> plausible_dpi(double dpi) {
  constexpr double kDpiMin = 30;
  constexpr double kDpiMax = 2400;
  if (dpi < kDpiMin || dpi > kDpiMax) return std::nullopt;
  return std::round(dpi * 10) / 10;
}

}  // namespace vermilion::pipeline::intake
