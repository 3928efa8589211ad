#pragma once

#include "pipeline/decide.hpp"
#include "pipeline/plan.hpp"

#include <vector>

namespace vermilion::pipeline {
class Page;
}

namespace vermilion::pipeline::checks {

using Measured = std::vector<Measurement>;

// Looks at a page and says what it sees, whether or not that is wrong; it alone decides which
// features are computed, by asking for them. Thresholds come in later, in `description.decide`.
// Boxes are in pixels of the upright page. Nothing: there is nothing it could be about. Called only
// where `description.asked` says so.
struct Check {
  CheckDescription description;
  Measured (*measure)(Page& page);
};

// What checks need a plan to say.
inline bool of_a_form(const Plan& plan) {
  return plan.form.has_value();
}
inline bool on_a_day(const Plan& plan) {
  return plan.today.has_value();
}

}  // namespace vermilion::pipeline::checks
