#pragma once

#include "pipeline/decide.hpp"
#include "pipeline/plan.hpp"

#include <optional>
#include <vector>

namespace vermilion::pipeline {
class Page;
}

namespace vermilion::pipeline::checks {

using Measured = std::optional<std::vector<Measurement>>;

// Looks at a page and says what it sees, whether or not that is wrong; it alone decides which
// features are computed, by asking for them. Thresholds come in later, in `description.decide`.
// Boxes are in pixels of the upright page. Nothing: it did not look, since the plan does not say
// what it needs; an empty list: there is nothing it could be about.
struct Check {
  CheckDescription description;
  Measured (*measure)(Page& page);
};

}  // namespace vermilion::pipeline::checks
