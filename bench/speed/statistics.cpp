#include "bench/speed/statistics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace vermilion::speed {

double quantile(std::vector<double> values, double share) {
  assert(!values.empty());
  const auto rank = std::ceil(share * static_cast<double>(values.size()));
  const auto nth = std::clamp(static_cast<std::size_t>(rank), std::size_t{1}, values.size()) - 1;
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(nth));
  return values[nth];
}

double median(std::vector<double> values) {
  return quantile(std::move(values), 0.5);
}

double p95(std::vector<double> values) {
  return quantile(std::move(values), 0.95);
}

double mean(const std::vector<double>& values) {
  assert(!values.empty());
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace vermilion::speed
