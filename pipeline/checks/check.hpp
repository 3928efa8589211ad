#pragma once

#include "pipeline/plan.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace vermilion::pipeline {
class Page;
}

namespace vermilion::pipeline::checks {

// The thresholds of one request: what the plan says, else what the description falls back to.
class Parameters {
 public:
  Parameters(const CheckDescription& description, const CheckRequest& request)
      : description_(description), request_(request) {}

  // Asking for a parameter the description does not name is our own mistake.
  double operator[](std::string_view name) const;

 private:
  const CheckDescription& description_;
  const CheckRequest& request_;
};

// Turns features of the page and thresholds into findings; it alone decides which features are
// computed, by asking for them. Boxes are in pixels of the upright page. `check` and `rule` of the
// findings are filled in by the caller.
struct Check {
  CheckDescription description;
  std::vector<Finding> (*run)(Page& page, const Parameters& parameters);
};

}  // namespace vermilion::pipeline::checks
