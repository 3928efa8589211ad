#pragma once

#include "bench/calibrate/axis.hpp"
#include "bench/calibrate/thresholds.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"

#include <string>
#include <vector>

namespace vermilion::calibrate {

// One threshold, held against a scan at all of its values. The same check is asked for once for
// each, under a rule of its own, so it is the product that decides; what is measured on the scan is
// measured once.
class Sweep {
 public:
  explicit Sweep(const Threshold& threshold);

  [[nodiscard]] const Threshold& threshold() const { return threshold_; }
  [[nodiscard]] const Axis& axis() const { return axis_; }
  [[nodiscard]] const std::vector<double>& values() const { return values_; }

  void ask(pipeline::Plan& plan) const;

  // Was the scan flagged, at each value?
  [[nodiscard]] std::vector<bool> flagged(const pipeline::Report& report) const;

 private:
  const Threshold& threshold_;
  Axis axis_;
  std::vector<double> values_;
  std::string rules_;  // what their names begin with
};

[[nodiscard]] std::vector<Sweep> sweeps();

// Everything the sweeps ask for. Files of any size that is not refused outright.
[[nodiscard]] pipeline::Plan plan_of(const std::vector<Sweep>& sweeps);
[[nodiscard]] pipeline::Plan plan_of(const Sweep& sweep);

}  // namespace vermilion::calibrate
