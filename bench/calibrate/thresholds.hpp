#pragma once

#include "pipeline/finding.hpp"
#include "pipeline/plan.hpp"
#include "samples/defects.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Which defects of the samples each threshold is there to catch.
namespace vermilion::calibrate {

// A defect in strengths between two ends, in the unit of its row; for some the larger is the
// milder.
struct Planting {
  samples::Defect defect;
  double mildest;
  double strongest;
};

struct Threshold {
  std::string_view check;
  std::string_view parameter;
  std::vector<Planting>
      defects;  // each scan has one of these; none: the samples draw no such thing
  // Where its check has a second threshold: that one, at the end where it flags nothing.
  std::map<std::string, double, std::less<>> aside = {};
  std::optional<pipeline::Level> level = {};  // findings of this level alone are its own
};

// One row for each parameter of each check there is.
[[nodiscard]] const std::vector<Threshold>& thresholds();

[[nodiscard]] const pipeline::CheckDescription& check_of(const Threshold& threshold);
[[nodiscard]] const pipeline::ParameterDescription& parameter_of(const Threshold& threshold);

}  // namespace vermilion::calibrate
