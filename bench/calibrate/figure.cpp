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

std::string percent(double share) {
  constexpr double kNearAnEnd = 0.1;
  const bool whole = share == 0 || share == 1;
  const bool near = share < kNearAnEnd || share > 1 - kNearAnEnd;
  return fmt::format("{:.{}f} %", share * 100, near && !whole ? 1 : 0);
}

std::string with_unit(double value, const std::string& unit) {
  return fmt::format("{:.3g}{}{}", value, unit.empty() ? "" : " ", unit);
}

}  // namespace vermilion::calibrate
