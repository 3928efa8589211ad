#pragma once

#include "service/effects/world.hpp"

// Callbacks may never come; whoever waits for one asks.
namespace vermilion::service::effects {

// Whether partners know more of an order than the order does: an open code, a closed one that might
// have been paid in its last moment, a refund on its way, a verification.
[[nodiscard]] bool waits_for_partners(const workflow::Order& order, payment::Instant now);

// What they say. A partner that does not answer says nothing this time; the rest is told.
[[nodiscard]] std::vector<workflow::Command> ask_after(const workflow::Order& order, World& world);

}  // namespace vermilion::service::effects
