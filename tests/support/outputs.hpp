#pragma once

#include "service/output/output.hpp"
#include "tests/support/outcomes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vermilion::tests {

// The outcomes every format writes down in its test: one for each way a scan can end.
std::vector<service::batch::Outcome> example_outcomes();

// A file name that would break every format that trusts names: markup, an escape sequence that
// clears a terminal, a line feed, a byte that is no UTF-8.
std::string hostile_name();

// What a format makes of outcomes.
std::string written(std::string_view format, const std::vector<service::batch::Outcome>& outcomes,
                    const service::output::Style& style = {});

}  // namespace vermilion::tests
