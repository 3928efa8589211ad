#pragma once

#include "rules/error.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vermilion::rules {

// What the order says and a scan can be held against. Absent means unknown, not empty.
struct OrderFacts {
  std::optional<std::string> credit_code;   // as registered: 18 characters, upper case
  std::optional<std::string> organisation;  // as on the licence, full-width brackets
};

// Reads the JSON object of `--order`: {"credit_code": "…", "organisation": "…"}. Members it does
// not know are refused, so that a misspelt one is not silently ignored.
[[nodiscard]] Result<OrderFacts> parse_order_facts(std::string_view json);

}  // namespace vermilion::rules
