#pragma once

#include "workflow/transitions.hpp"

#include <array>
#include <cstddef>

namespace vermilion::workflow::guards {}

// What the parts of the table are written with. For the parts alone.
namespace vermilion::workflow::rows {

using namespace guards;
using enum Stage;
using enum Role;
using Say = CommandKind;
using Is = EventKind;
using Do = EffectKind;

constexpr OrderTransition on(Stages from, CommandKind command) {
  return {.from = from, .command = command, .who = {}};
}

inline constexpr Stages kUnderReview = QueuedForMachine | AwaitingReviewer | InReview;
inline constexpr Stages kUnpaid = Draft | kUnderReview | Rejected | AwaitingPayment;
inline constexpr Stages kPaidUnmade =
    AwaitingParcel | InTransit | PaperReceived | PaperWrong | AgentUnreachable | PaperRight;
inline constexpr Stages kUndelivered = SealSupplement | AwaitingCourier | AwaitingCollection;
inline constexpr Stages kMade = kUndelivered | Issued;
inline constexpr Stages kRenewal = RenewalUnpaid | RenewalPaid | RenewalDownloading | Renewed;
inline constexpr Stages kBegun = kUnpaid | kPaidUnmade | Making | kMade | kRenewal | Void;

inline constexpr auto kPaperStaff = PostRoom | Service;
inline constexpr auto kMakingStaff = Maker | Service;

// The parts one after the other.
template <std::size_t... Sizes>
constexpr auto joined(const std::array<OrderTransition, Sizes>&... parts) {
  std::array<OrderTransition, (Sizes + ...)> all{};
  std::size_t next = 0;
  const auto add = [&](const auto& part) {
    for (const OrderTransition& row : part) all[next++] = row;
  };
  (add(parts), ...);
  return all;
}

}  // namespace vermilion::workflow::rows
