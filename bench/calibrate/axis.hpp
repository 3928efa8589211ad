#pragma once

#include <vector>

namespace vermilion::calibrate {

// The values a threshold may take, and how they run along a picture: by equal steps, or by equal
// factors where they span a decade.
class Axis {
 public:
  // min < max.
  Axis(double min, double max);

  [[nodiscard]] bool logarithmic() const { return logarithmic_; }

  // 0 at min, 1 at max.
  [[nodiscard]] double place(double value) const;

  // From min to max, evenly along the axis, and `also`, which lies between them.
  [[nodiscard]] std::vector<double> values(int steps, double also) const;

  // Round values, few enough to be labelled.
  [[nodiscard]] std::vector<double> ticks() const;

 private:
  double min_;
  double max_;
  bool logarithmic_;
};

}  // namespace vermilion::calibrate
