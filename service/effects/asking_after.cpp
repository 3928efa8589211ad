#include "service/effects/asking_after.hpp"

#include "service/effects/asking.hpp"
#include "service/effects/charging.hpp"
#include "service/effects/notes.hpp"

#include <algorithm>
#include <utility>

namespace vermilion::service::effects {
namespace {

using workflow::Attempt;
using workflow::Order;
using workflow::Refund;
using workflow::Verification;

// After its life a code is still asked about for so long: clocks differ, and money takes its time.
constexpr std::chrono::hours kAfterLife{1};

bool may_be_paid(const Attempt& attempt, payment::Instant now) {
  const bool unpaid =
      attempt.state == Attempt::State::Open || attempt.state == Attempt::State::Closed;
  return unpaid && now < attempt.opened_at + kCodeLife + kAfterLife;
}

bool is_awaited(const Order& order) {
  return order.verification.state == Verification::State::Pending ||
         order.verification.state == Verification::State::Failed;
}

void add(std::vector<workflow::Command>& commands, std::optional<workflow::Command> command) {
  if (command) commands.push_back(*std::move(command));
}

void ask_payment(const Attempt& attempt, World& world, std::vector<workflow::Command>& commands) {
  const auto cashier = cashier_of(world, attempt.channel);
  if (!cashier) return;
  const auto trade = (*cashier)->trade(attempt.id);
  if (trade && *trade) {
    add(commands, note_of_payment(**trade, workflow::name_of(attempt.channel)));
  }
}

void ask_refund(const Order& order, const Refund& refund, World& world,
                std::vector<workflow::Command>& commands) {
  const auto wanted = refund_order(order, refund.id);
  if (!wanted) return;
  const auto channel = workflow::find_attempt(order, refund.attempt)->channel;
  const auto cashier = cashier_of(world, channel);
  if (!cashier) return;
  if (const auto notice = (*cashier)->refunded(*wanted)) {
    add(commands, note_of_refund(*notice, workflow::name_of(channel), refund.tries));
  }
}

void ask_verification(const Order& order, World& world, std::vector<workflow::Command>& commands) {
  if (!world.verifying) return;
  const auto& [account, carrier] = *world.verifying;
  const auto answer = ask(carrier, verification::query_request(account, order.id, world.stamps()));
  if (!answer) return;
  const auto result = verification::read_result(*answer, account, world.stamps().now);
  if (result && result->order == order.id) add(commands, note_of_verification(*result, order));
}

}  // namespace

bool waits_for_partners(const Order& order, payment::Instant now) {
  const bool pays = std::ranges::any_of(
      order.attempts, [&](const Attempt& attempt) { return may_be_paid(attempt, now); });
  const bool refunds = std::ranges::any_of(
      order.refunds, [](const Refund& refund) { return refund.state == Refund::State::Sending; });
  return pays || refunds || is_awaited(order);
}

std::vector<workflow::Command> ask_after(const Order& order, World& world) {
  std::vector<workflow::Command> commands;
  const auto now = world.stamps().now;
  for (const Attempt& attempt : order.attempts) {
    if (may_be_paid(attempt, now)) ask_payment(attempt, world, commands);
  }
  for (const Refund& refund : order.refunds) {
    if (refund.state == Refund::State::Sending) ask_refund(order, refund, world, commands);
  }
  if (is_awaited(order)) ask_verification(order, world, commands);
  return commands;
}

}  // namespace vermilion::service::effects
