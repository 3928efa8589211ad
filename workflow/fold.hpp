#pragma once

#include "workflow/order.hpp"

#include <span>

namespace vermilion::workflow {

// Takes one event into the order. Decides nothing.
void fold(Order& order, const Event& event);

// An order from its whole log.
[[nodiscard]] Order fold(std::span<const Event> events);

}  // namespace vermilion::workflow
