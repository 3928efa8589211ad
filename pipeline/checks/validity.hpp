#pragma once

#include "pipeline/checks/check.hpp"
#include "pipeline/page.hpp"
#include "pipeline/text/last_day.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

// What the checks of how long a document is valid share.
namespace vermilion::pipeline::checks {

// How many days are left until the last one the document names. A document that names no last day,
// or for ever, has no end.
inline Measured of_days_left(Page& page, FindingCode code) {
  std::vector<Measurement> measurements;
  const auto field = page.fields().find("valid_until");
  if (field == page.fields().end()) return measurements;
  const auto last = text::last_day_in(field->second.value);
  if (!last) return measurements;
  const auto left = std::chrono::sys_days(*last) - *page.today();
  measurements.push_back({.code = code,
                          .box = field->second.box,
                          .values = {{"days_left", static_cast<double>(left.count())}}});
  return measurements;
}

// Expired by so many days.
inline std::optional<Finding> decide_expired(const Measurement& document, const Parameters&) {
  const double left = value_of(document, "days_left");
  if (left >= 0) return std::nullopt;
  return finding_of(document, -left, 0);
}

}  // namespace vermilion::pipeline::checks
