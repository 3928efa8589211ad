#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace vermilion::service_load {

using Clock = std::chrono::steady_clock;

[[nodiscard]] double ms_since(Clock::time_point begun);

// How long each of many took, in milliseconds.
class Times {
 public:
  void add(double ms) { all_.push_back(ms); }
  void add(const Times& more) { all_.insert(all_.end(), more.all_.begin(), more.all_.end()); }
  [[nodiscard]] std::size_t count() const { return all_.size(); }
  // The smallest that `share` of them do not exceed; 0 of none.
  [[nodiscard]] double quantile(double share) const;
  // "n 300, p50 212 ms, p95 341 ms, p99 402 ms, most 410 ms"
  [[nodiscard]] std::string text() const;

 private:
  std::vector<double> all_;
};

}  // namespace vermilion::service_load
