#pragma once

#include "pipeline/finding.hpp"

#include <map>
#include <optional>
#include <string>

namespace vermilion::pipeline {

// What a check saw in one place, right or wrong: all that deciding takes besides the parameters of
// a rule. Exact, so that deciding again comes to the same.
struct Measurement {
  FindingCode code;  // what it may amount to
  std::optional<Box> box = {};
  std::map<std::string, double, std::less<>> values = {};  // unit last: "edge_spread_mm"
  std::map<std::string, std::string> words = {};           // those of the finding

  friend bool operator==(const Measurement&, const Measurement&) = default;
};

}  // namespace vermilion::pipeline
