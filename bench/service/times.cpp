#include "bench/service/times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vermilion::service_load {

double ms_since(Clock::time_point begun) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

double Times::quantile(double share) const {
  if (all_.empty()) return 0;
  std::vector<double> sorted = all_;
  std::ranges::sort(sorted);
  const double rank = std::ceil(share * static_cast<double>(sorted.size()));
  return sorted[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

std::string Times::text() const {
  return fmt::format("n {}, p50 {:.0f} ms, p95 {:.0f} ms, p99 {:.0f} ms, most {:.0f} ms", count(),
                     quantile(0.5), quantile(0.95), quantile(0.99), quantile(1));
}

}  // namespace vermilion::service_load
