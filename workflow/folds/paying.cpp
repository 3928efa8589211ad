#include "workflow/folds/paying.hpp"

#include "workflow/folds/said.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace vermilion::workflow::folds {
namespace {

Attempt& attempt_in(Order& order, std::string_view id) {
  return *std::ranges::find(order.attempts, id, &Attempt::id);
}

Refund& refund_in(Order& order, std::string_view id) {
  return *std::ranges::find(order.refunds, id, &Refund::id);
}

Refund& asked_refund(Order& order) {
  return *std::ranges::find_if(order.refunds, [](const Refund& refund) {
    return !refund.by_itself && refund.state == Refund::State::Asked;
  });
}

void close_open_attempts(Order& order) {
  for (Attempt& attempt : order.attempts) {
    if (attempt.state == Attempt::State::Open) attempt.state = Attempt::State::Closed;
  }
}

Attempt& note_paid(Order& order, const Event& event, Attempt::State state) {
  const auto& noted = said<NotePayment>(event);
  Attempt& attempt = attempt_in(order, noted.attempt);
  attempt.state = state;
  attempt.paid = noted.amount;
  attempt.transaction = noted.transaction;
  attempt.paid_at = noted.paid_at;
  return attempt;
}

void refund_by_itself(Order& order, const Attempt& attempt, Instant at) {
  Refund refund;
  refund.id = kRefundByItself + attempt.id;
  refund.attempt = attempt.id;
  refund.amount = attempt.paid;
  refund.state = Refund::State::Sending;
  refund.by_itself = true;
  refund.tries = 1;
  refund.since = at;
  order.refunds.push_back(std::move(refund));
}

void move(Refund& refund, Refund::State state, Instant at) {
  refund.state = state;
  refund.since = at;
  if (state == Refund::State::Sending) ++refund.tries;
}

}  // namespace

void payment_opened(Order& order, const Event& event) {
  const auto& opened = said<OpenPayment>(event);
  close_open_attempts(order);
  Attempt attempt;
  attempt.id = opened.attempt;
  attempt.channel = opened.channel;
  attempt.amount = order.fee.value_or(Fen{});
  attempt.opened_at = event.at;
  order.attempts.push_back(std::move(attempt));
}

void payment_closed(Order& order, const Event& event) {
  attempt_in(order, said<ClosePayment>(event).attempt).state = Attempt::State::Closed;
}

void payment_settled(Order& order, const Event& event) {
  note_paid(order, event, Attempt::State::Settled);
  close_open_attempts(order);
}

void payment_held(Order& order, const Event& event) {
  note_paid(order, event, Attempt::State::Held);
}

void surplus_paid(Order& order, const Event& event) {
  refund_by_itself(order, note_paid(order, event, Attempt::State::Surplus), event.at);
}

void held_payment_returned(Order& order, const Event& event) {
  Attempt& attempt = attempt_in(order, said<ReturnHeldPayment>(event).attempt);
  attempt.state = Attempt::State::Surplus;
  refund_by_itself(order, attempt, event.at);
}

void refund_asked(Order& order, const Event& event) {
  const auto& asked = said<AskRefund>(event);
  Refund refund;
  refund.id = asked.refund;
  refund.attempt = settled_attempt(order)->id;
  refund.amount = asked.amount;
  refund.reason = asked.reason;
  refund.since = event.at;
  order.refunds.push_back(std::move(refund));
}

void refund_letter_attached(Order& order, const Event& event) {
  asked_refund(order).letter_sha256 = said<AttachRefundLetter>(event).sha256;
}

void refund_withdrawn(Order& order, const Event& event) {
  move(asked_refund(order), Refund::State::Withdrawn, event.at);
}

void refund_refused(Order& order, const Event& event) {
  move(asked_refund(order), Refund::State::Refused, event.at);
}

void refund_approved(Order& order, const Event& event) {
  move(asked_refund(order), Refund::State::Sending, event.at);
  if (event.to == Stage::Void) order.reserves_main_key = false;
}

void refund_arrived(Order& order, const Event& event) {
  move(refund_in(order, said<NoteRefund>(event).refund), Refund::State::Sent, event.at);
}

void refund_failed(Order& order, const Event& event) {
  move(refund_in(order, said<NoteRefund>(event).refund), Refund::State::Failed, event.at);
}

void refund_retried(Order& order, const Event& event) {
  move(refund_in(order, said<RetryRefund>(event).refund), Refund::State::Sending, event.at);
}

void invoice_data_given(Order& order, const Event& event) {
  order.invoice_data = said<GiveInvoiceData>(event).data;
  order.invoice_data_at = event.at;
}

void invoice_issued(Order& order, const Event& event) {
  order.invoice = said<NoteInvoice>(event).number;
  order.invoice_at = event.at;
}

}  // namespace vermilion::workflow::folds
