#include "service/effects/charging.hpp"

#include "service/effects/notes.hpp"

#include <fmt/format.h>

namespace vermilion::service::effects {
namespace {

using Kind = Failure::Kind;
using payment::State;
using workflow::Attempt;

constexpr const char* kDescription = "数字证书费用";

std::string_view channel_of(const Attempt& attempt) {
  return workflow::name_of(attempt.channel);
}

Carried saying(std::optional<workflow::Command> command) {
  Carried carried;
  if (command) carried.say.push_back(*std::move(command));
  return carried;
}

// Whoever is asked to do something about an attempt, and which attempt that is.
struct Matter {
  const Attempt& attempt;
  std::shared_ptr<Cashier> cashier;
};

Outcome<Matter> matter_of(const Task& task, World& world) {
  const auto id = task.effect.words.find("attempt");
  const Attempt* attempt =
      id == task.effect.words.end() ? nullptr : workflow::find_attempt(task.order, id->second);
  if (attempt == nullptr) return failed(Kind::Never, "the order has no such attempt");
  return cashier_of(world, attempt->channel).map([&](std::shared_ptr<Cashier> cashier) {
    return Matter{*attempt, std::move(cashier)};
  });
}

// Nobody can pay by a code that ran out; the order says so itself.
workflow::Command run_out(const Attempt& attempt) {
  return {fmt::format("run_out/{}", attempt.id),
          {workflow::Role::System, std::string(channel_of(attempt))},
          workflow::commands::ClosePayment{attempt.id}};
}

Outcome<Carried> show_code(const Task& task, World& world, const Matter& matter) {
  const payment::Charge charge{matter.attempt.id, matter.attempt.amount.amount, kDescription,
                               matter.attempt.opened_at + kCodeLife};
  const auto code = matter.cashier->charge(charge);
  if (!code) return tl::unexpected(code.error());
  if (world.show) world.show(task.effect.key, *code);
  return Carried{};
}

// What was paid by the code; nothing where it still may be.
Outcome<std::optional<payment::Notice>> paid_by(const Matter& matter) {
  return matter.cashier->trade(matter.attempt.id);
}

}  // namespace

Outcome<std::shared_ptr<Cashier>> cashier_of(World& world, workflow::Channel channel) {
  const auto found = world.cashiers.find(channel);
  if (found == world.cashiers.end()) {
    return failed(Kind::Never, fmt::format("{} is not set up", workflow::name_of(channel)));
  }
  return found->second;
}

Outcome<Carried> create_payment(const Task& task, World& world) {
  const auto matter = matter_of(task, world);
  if (!matter) return tl::unexpected(matter.error());
  if (matter->attempt.state != Attempt::State::Open) return Carried{};  // closed meanwhile
  if (world.stamps().now >= matter->attempt.opened_at + kCodeLife) {
    return saying(run_out(matter->attempt));
  }
  if (!task.uncertain) return show_code(task, world, *matter);
  const auto trade = paid_by(*matter);
  if (!trade) return tl::unexpected(trade.error());
  const bool done = *trade && (*trade)->state != State::Unpaid;
  if (done) return saying(note_of_payment(**trade, channel_of(matter->attempt)));
  return show_code(task, world, *matter);
}

// What counts is what the trade is afterwards, not what closing it was answered.
Outcome<Carried> close_payment(const Task& task, World& world) {
  const auto matter = matter_of(task, world);
  if (!matter) return tl::unexpected(matter.error());
  if (const auto closed = matter->cashier->close(matter->attempt.id); !closed) {
    return tl::unexpected(closed.error());
  }
  const auto trade = paid_by(*matter);
  if (!trade) return tl::unexpected(trade.error());
  if (*trade && (*trade)->state == State::Unpaid) {
    return failed(Kind::Later, "the trade can still be paid");
  }
  return saying(*trade ? note_of_payment(**trade, channel_of(matter->attempt)) : std::nullopt);
}

std::optional<payment::RefundOrder> refund_order(const workflow::Order& order,
                                                 const std::string& id) {
  const workflow::Refund* refund = workflow::find_refund(order, id);
  const Attempt* attempt =
      refund == nullptr ? nullptr : workflow::find_attempt(order, refund->attempt);
  if (attempt == nullptr) return std::nullopt;
  // Eighty bytes are what WeChat Pay takes; what was written for us is not the payer's to read.
  return payment::RefundOrder{attempt->id, refund->id, attempt->paid.amount, refund->amount.amount,
                              "数字证书费用退款"};
}

Outcome<Carried> refund_payment(const Task& task, World& world) {
  const auto matter = matter_of(task, world);
  if (!matter) return tl::unexpected(matter.error());
  const auto id = task.effect.words.find("refund");
  const auto wanted =
      id == task.effect.words.end() ? std::nullopt : refund_order(task.order, id->second);
  if (!wanted) return failed(Kind::Never, "the order has no such refund");
  const auto notice = matter->cashier->refund(*wanted);
  if (!notice) return tl::unexpected(notice.error());
  const unsigned tries = workflow::find_refund(task.order, wanted->refund)->tries;
  return saying(note_of_refund(*notice, channel_of(matter->attempt), tries));
}

}  // namespace vermilion::service::effects
