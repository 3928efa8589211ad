#include "service/store/erasure/retention.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vermilion::service::store::erasure {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using workflow::Attempt;
using workflow::Fen;
using workflow::Refund;
using workflow::Stage;

constexpr Instant kLast = std::chrono::sys_days(2026y / 1 / 31);

workflow::Order order_in(Stage stage) {
  workflow::Order order;
  order.stage = stage;
  return order;
}

workflow::Order paid(workflow::Order order, Attempt::State state = Attempt::State::Settled) {
  Attempt attempt;
  attempt.state = state;
  attempt.paid = Fen{22'000};
  order.attempts.push_back(attempt);
  return order;
}

workflow::Order refunded(workflow::Order order, Refund::State state) {
  Refund refund;
  refund.state = state;
  order.refunds.push_back(refund);
  return order;
}

Outcome outcome(const workflow::Order& order) {
  return life_of(order, kLast).outcome;
}

TEST(Retention, EveryOutcomeButOpenHasOneRuleWithItsSource) {
  for (const Outcome one : {Outcome::Issued, Outcome::MoneyMoved, Outcome::Abandoned}) {
    EXPECT_EQ(std::ranges::count(kRules, one, &Rule::outcome), 1) << name_of(one);
  }
  EXPECT_EQ(std::ranges::count(kRules, Outcome::Open, &Rule::outcome), 0);
  for (const Rule& rule : kRules) EXPECT_FALSE(rule.source.empty());
}

TEST(Retention, EveryStageHasAnOutcome) {
  for (std::size_t i = 0; i < workflow::kStages; ++i) {
    const auto stage = static_cast<Stage>(i);
    const bool closed = stage == Stage::Issued || stage == Stage::Renewed;
    const bool quiet = stage == Stage::Draft || stage == Stage::Rejected ||
                       stage == Stage::AwaitingPayment || stage == Stage::RenewalUnpaid ||
                       stage == Stage::Void;
    EXPECT_EQ(outcome(order_in(stage)), closed  ? Outcome::Issued
                                        : quiet ? Outcome::Abandoned
                                                : Outcome::Open)
        << workflow::name_of(stage);
  }
}

TEST(Retention, MoneyThatMovedIsKeptLonger) {
  EXPECT_EQ(outcome(paid(order_in(Stage::Void))), Outcome::MoneyMoved);
  EXPECT_EQ(outcome(paid(order_in(Stage::Void), Attempt::State::Surplus)), Outcome::MoneyMoved);
  EXPECT_EQ(outcome(refunded(paid(order_in(Stage::Void)), Refund::State::Sent)),
            Outcome::MoneyMoved);
}

TEST(Retention, MoneyInSuspenseKeepsAnOrderOpen) {
  for (const Stage stage : {Stage::Void, Stage::Issued}) {
    for (const auto state : {Refund::State::Asked, Refund::State::Sending, Refund::State::Failed}) {
      EXPECT_EQ(outcome(refunded(paid(order_in(stage)), state)), Outcome::Open);
    }
    EXPECT_EQ(outcome(paid(order_in(stage), Attempt::State::Held)), Outcome::Open);
  }
}

TEST(Retention, IssuedCountsFromTheEndOfTheCertificate) {
  workflow::Order order = order_in(Stage::Issued);
  order.made.emplace();
  order.made->valid_until = kLast + days{365};
  EXPECT_EQ(life_of(order, kLast).from, kLast + days{365});
  order.made->valid_until = kLast - days{365};
  EXPECT_EQ(life_of(order, kLast).from, kLast);
}

struct Case {
  Outcome outcome;
  days after;
  bool at_request;
  Verdict verdict;
};

TEST(Retention, IsDecidedByTheTable) {
  constexpr days kFive{5 * 366};
  constexpr days kThree{3 * 366};
  for (const Case& one : {
           Case{Outcome::Issued, kFive - days{1}, false, Verdict::NotYet},
           Case{Outcome::Issued, kFive - days{1}, true, Verdict::NotYet},
           Case{Outcome::Issued, kFive, false, Verdict::Erase},
           Case{Outcome::MoneyMoved, kThree - days{1}, true, Verdict::NotYet},
           Case{Outcome::MoneyMoved, kThree, false, Verdict::Erase},
           Case{Outcome::Abandoned, days{89}, false, Verdict::NotYet},
           Case{Outcome::Abandoned, days{0}, true, Verdict::Erase},
           Case{Outcome::Abandoned, days{90}, false, Verdict::Erase},
           Case{Outcome::Open, days{10'000}, true, Verdict::Open},
       }) {
    const auto decision =
        decide({one.outcome, kLast}, std::nullopt, one.at_request, kLast + one.after);
    EXPECT_EQ(decision.verdict, one.verdict) << name_of(one.outcome) << ' ' << one.after.count();
  }
}

// Seven years by a clock turned by hand: kept every day until the day it is due, never after.
TEST(Retention, SevenYearsDayByDay) {
  for (const Rule& rule : kRules) {
    for (days day{0}; day < days{7 * 366}; ++day) {
      const auto decision = decide({rule.outcome, kLast}, std::nullopt, false, kLast + day);
      EXPECT_EQ(decision.verdict == Verdict::Erase, day >= rule.period);
    }
  }
}

TEST(Retention, HoldIsStrongerThanAnyPeriodAndRequest) {
  const Hold hold{"legal", "(2026)赣06民初12号", kLast};
  for (const Rule& rule : kRules) {
    for (const bool at_request : {false, true}) {
      EXPECT_EQ(decide({rule.outcome, kLast}, hold, at_request, kLast + days{9'000}).verdict,
                Verdict::Held);
    }
  }
}

}  // namespace
}  // namespace vermilion::service::store::erasure
