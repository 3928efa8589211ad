#pragma once

#include "pipeline/checks/check.hpp"

#include <chrono>
#include <vector>

namespace vermilion::pipeline::checks {

// What a check of validity finds on a page that ends on 2027-05-31, looked at on this day.
std::vector<Finding> found_on(std::chrono::year_month_day day, const Check& check);

}  // namespace vermilion::pipeline::checks
