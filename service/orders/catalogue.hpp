#pragma once

#include "service/orders/json.hpp"
#include "service/projects/rule_set.hpp"

// What applicants can choose from.
namespace vermilion::service::orders {

// For how many years a renewal may be paid at once. No document says; a certificate of five years
// is the longest that is usual.
inline constexpr int kYearsLeast = 1;
inline constexpr int kYearsMost = 5;

// Every project that is published; drafts are not shown.
[[nodiscard]] Json catalogue_json(const projects::RuleSet& rules);

}  // namespace vermilion::service::orders
