#pragma once

#include "rules/stored_report.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <string_view>

namespace vermilion::rules {

// Hands over every document of a text as it is read: those of one JSON array, or one a line. What
// follows a syntax error in an array is lost, a bad line is lost alone.
void read_reports(std::string_view text,
                  const std::function<void(tl::expected<StoredReport, BadReport>)>& take);

}  // namespace vermilion::rules
