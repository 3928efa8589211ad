#include "bench/calibrate/figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace vermilion::calibrate {

std::size_t index_of_fallback(const Figure& figure) {
  const auto at = std::ranges::lower_bound(figure.values, figure.fallback);
  assert(at != figure.values.end() && *at == figure.fallback);
  return static_cast<std::size_t>(at - figure.values.begin());
}

std::string percent(int hits, int scans) {
  constexpr double kNearAnEnd = 0.1;
  constexpr int kEnough = 200;
  const double share = scans == 0 ? 0 : static_cast<double>(hits) / scans;
  const bool near = share < kNearAnEnd || share > 1 - kNearAnEnd;
  const bool fine = near && scans >= kEnough && hits != 0 && hits != scans;
  return fmt::format("{:.{}f} %", share * 100, fine ? 1 : 0);
}

std::string with_unit(double value, const std::string& unit) {
  return fmt::format("{:.3g}{}{}", value, unit.empty() ? "" : " ", unit);
}

}  // namespace vermilion::calibrate
