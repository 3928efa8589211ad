#pragma once

#include <cstddef>
#include <vector>

namespace vermilion::calibrate {

// How many of so many scans answer yes, at each value of a threshold: a curve.
class Tally {
 public:
  explicit Tally(std::size_t values) : hits_(values, 0) {}

  // One scan: its answer at each value.
  void add(const std::vector<bool>& answers);

  [[nodiscard]] std::size_t values() const { return hits_.size(); }
  [[nodiscard]] int scans() const { return scans_; }
  [[nodiscard]] int hits(std::size_t value) const { return hits_[value]; }

  // 0 where there is no scan.
  [[nodiscard]] double share(std::size_t value) const;

 private:
  std::vector<int> hits_;
  int scans_ = 0;
};

}  // namespace vermilion::calibrate
