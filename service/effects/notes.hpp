#pragma once

#include "service/courier/courier.hpp"
#include "service/payment/payment.hpp"
#include "service/verification/verification.hpp"
#include "workflow/command.hpp"
#include "workflow/order.hpp"

#include <optional>
#include <string_view>

// What is said to an order because a partner told us something, called back or asked. The id of
// the command is that of the fact: however often and by whatever way we hear it, it counts once.
namespace vermilion::service::effects {

// Money that came. Nothing for states that move no money.
[[nodiscard]] std::optional<workflow::Command> note_of_payment(const payment::Notice& notice,
                                                               std::string_view channel);

// Money that went back, or will not: `tries` tells one failure from that of the next try.
[[nodiscard]] std::optional<workflow::Command> note_of_refund(const payment::Notice& notice,
                                                              std::string_view channel,
                                                              unsigned tries);

// The reference keeps when the legal person consented: "VR-1; consent 2026-11-21T10:00:00+08:00".
// Once passed, an older failure that comes late says nothing.
[[nodiscard]] std::optional<workflow::Command> note_of_verification(
    const verification::Result& result, const workflow::Order& order);

// That the originals on their way to us were signed for; nothing for any other parcel or news.
[[nodiscard]] std::optional<workflow::Command> note_of_parcel(const courier::Tracked& tracked,
                                                              const workflow::Order& order);

}  // namespace vermilion::service::effects
