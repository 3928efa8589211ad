#include "service/store/erasure/retention.hpp"

#include <algorithm>

namespace vermilion::service::store::erasure {
namespace {

using workflow::Stage;

// The applicant may come back at any time, and nobody else is at work on it.
constexpr workflow::Stages kMayBeAbandoned =
    Stage::Draft | Stage::Rejected | Stage::AwaitingPayment | Stage::RenewalUnpaid | Stage::Void;

bool money_moved(const workflow::Order& order) {
  return std::ranges::any_of(
      order.attempts, [](const workflow::Attempt& attempt) { return attempt.paid.amount > 0; });
}

// Asked for, sent or to be sent again; or held until a person decides.
bool money_is_in_suspense(const workflow::Order& order) {
  const auto is_open = [](const workflow::Refund& refund) {
    using enum workflow::Refund::State;
    return refund.state == Asked || refund.state == Sending || refund.state == Failed;
  };
  const auto is_held = [](const workflow::Attempt& attempt) {
    return attempt.state == workflow::Attempt::State::Held;
  };
  return std::ranges::any_of(order.refunds, is_open) ||
         std::ranges::any_of(order.attempts, is_held);
}

Outcome outcome_of(const workflow::Order& order) {
  const bool is_closed = order.stage == Stage::Issued || order.stage == Stage::Renewed;
  if (money_is_in_suspense(order)) return Outcome::Open;
  if (is_closed) return Outcome::Issued;
  if (!kMayBeAbandoned.contains(order.stage)) return Outcome::Open;
  return money_moved(order) ? Outcome::MoneyMoved : Outcome::Abandoned;
}

}  // namespace

Life life_of(const workflow::Order& order, Instant last_event) {
  const Outcome outcome = outcome_of(order);
  // A certificate revoked early ends early; the later of the two moments errs on the side of the
  // law.
  const bool counts_from_end = outcome == Outcome::Issued && order.made;
  return {outcome, counts_from_end ? std::max(order.made->valid_until, last_event) : last_event};
}

Decision decide(const Life& life, const std::optional<Hold>& hold, bool at_request, Instant now) {
  const auto rule = std::ranges::find(kRules, life.outcome, &Rule::outcome);
  if (rule == kRules.end()) return {Verdict::Open, {}, nullptr};
  const Instant due = life.from + rule->period;
  if (hold) return {Verdict::Held, due, &*rule};
  const bool asked_for = at_request && !rule->is_duty;
  return {now >= due || asked_for ? Verdict::Erase : Verdict::NotYet, due, &*rule};
}

}  // namespace vermilion::service::store::erasure
