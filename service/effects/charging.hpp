#pragma once

#include "service/effects/world.hpp"

// Payments: asked for, closed, sent back.
namespace vermilion::service::effects {

// How long a code can be paid by: both channels' own time. An attempt is the same charge as long.
inline constexpr std::chrono::hours kCodeLife{2};

[[nodiscard]] Outcome<Carried> create_payment(const Task& task, World& world);
[[nodiscard]] Outcome<Carried> close_payment(const Task& task, World& world);
[[nodiscard]] Outcome<Carried> refund_payment(const Task& task, World& world);

// The refund as the channel is asked for it; nothing when the order knows none such.
[[nodiscard]] std::optional<payment::RefundOrder> refund_order(const workflow::Order& order,
                                                               const std::string& refund);

// The channel's cashier, or why there is none.
[[nodiscard]] Outcome<std::shared_ptr<Cashier>> cashier_of(World& world, workflow::Channel channel);

}  // namespace vermilion::service::effects
