#pragma once

#include "workflow/instant.hpp"

#include <string>
#include <string_view>

// What an order is called: "O20261122-7K3M9Q2C4". The day in Beijing, eight random characters, a
// check character. People write it on paper and read it out, so it has no letter that looks like a
// digit, and one character mistyped or two exchanged are noticed. Nobody finds another's by trying:
// a day has 800,000 million of them.
namespace vermilion::service::orders {

[[nodiscard]] std::string new_order_id(workflow::Instant now);

// Written as new_order_id() writes, its check character right.
[[nodiscard]] bool is_order_id(std::string_view text);

}  // namespace vermilion::service::orders
