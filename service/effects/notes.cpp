#include "service/effects/notes.hpp"

#include "service/payment/beijing.hpp"

#include <fmt/format.h>

namespace vermilion::service::effects {
namespace {

using namespace workflow;
using payment::State;

Command note(std::string id, std::string_view who, Body body) {
  return {std::move(id), {Role::System, std::string(who)}, std::move(body)};
}

}  // namespace

std::optional<Command> note_of_payment(const payment::Notice& notice, std::string_view channel) {
  if (notice.state != State::Paid) return std::nullopt;
  return note(fmt::format("paid/{}/{}", channel, notice.transaction), channel,
              NotePayment{notice.attempt, notice.transaction, {notice.amount_fen}, notice.at});
}

std::optional<Command> note_of_refund(const payment::Notice& notice, std::string_view channel,
                                      unsigned tries) {
  if (notice.state == State::Refunded) {
    return note(fmt::format("refunded/{}/{}", channel, notice.refund), channel,
                NoteRefund{notice.refund, true});
  }
  if (notice.state != State::RefundFailed && notice.state != State::RefundStuck) {
    return std::nullopt;
  }
  return note(fmt::format("refund_failed/{}/{}/{}", channel, notice.refund, tries), channel,
              NoteRefund{notice.refund, false});
}

std::optional<Command> note_of_verification(const verification::Result& result,
                                            const Order& order) {
  if (result.state == verification::Result::State::Pending) return std::nullopt;
  const bool passed = result.state == verification::Result::State::Passed;
  if (!passed && order.verification.state == Verification::State::Passed) return std::nullopt;
  const std::string reference = passed ? fmt::format("{}; consent {}", result.reference,
                                                     payment::rfc3339(result.consented_at))
                                       : result.reference;
  return note(fmt::format("verified/{}/{}", result.reference, passed ? "passed" : "failed"),
              "verification", NoteVerification{result.order, passed, result.channel, reference});
}

std::optional<Command> note_of_parcel(const courier::Tracked& tracked, const Order& order) {
  if (tracked.state != courier::State::Delivered || !order.parcel) return std::nullopt;
  const bool the_announced = tracked.number == order.parcel->number &&
                             courier::carrier_word(order.parcel->carrier) == tracked.carrier;
  if (!the_announced || order.stage != Stage::InTransit) return std::nullopt;
  return note(fmt::format("delivered/{}/{}", tracked.carrier, tracked.number), "courier",
              NoteParcel{*order.parcel});
}

}  // namespace vermilion::service::effects
