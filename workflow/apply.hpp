#pragma once

#include "workflow/context.hpp"
#include "workflow/effect.hpp"

#include <tl/expected.hpp>

#include <vector>

namespace vermilion::workflow {

// What a command came to: at most one event, and the order after it.
struct Step {
  Order order;
  std::vector<Event> events;
  std::vector<Effect> effects;
};

// The one way an order changes. Pure: looks at nothing but its arguments and touches nothing.
// A command whose id was taken before, or that says what is known already, gives a step without
// events and effects. A refusal says why and what to do; nothing has changed then.
[[nodiscard]] tl::expected<Step, Refusal> apply(const Order& order, const Command& command,
                                                const Facts& facts, Instant now);

}  // namespace vermilion::workflow
