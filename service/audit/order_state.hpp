#pragma once

#include "workflow/order.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::audit {

// Everything an order is, as JSON: what an auditor compares before and after. Times in seconds
// since 1970; what is not there is left out, so that it appears and vanishes.
[[nodiscard]] nlohmann::json state_of(const workflow::Order& order);

}  // namespace vermilion::service::audit
