// Callbacks of each bad kind: five hundred in each run, VERMILION_CALLBACKS=10000 for more. Forged,
// replayed and reordered ones are read without a network and without a store, which would only be
// slower; doubled ones, and some of the dropped, go through the store.
#include "service/effects/callbacks.hpp"

#include "service/payment/alipay/form.hpp"
#include "tests/service/effects/office.hpp"
#include "tests/service/effects/played.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

namespace vermilion::tests {
namespace {

using namespace service;
using effects::Reception;
using simulator::Callback;
using simulator::Channel;
using workflow::Attempt;
using workflow::Stage;

const int kEach = [] {
  const char* wanted = std::getenv("VERMILION_CALLBACKS");
  return wanted == nullptr ? 500 : std::stoi(wanted);
}();

constexpr std::string_view kToPayment =
    "applicant begin new main\napplicant fill_form\nsystem verify passed\napplicant upload all\n"
    "system inspect all clean\napplicant submit\nreviewer claim\nreviewer accept all\n"
    "reviewer approve\n";

std::string_view name_of(Channel channel) {
  return simulator::name(channel);
}

class Callbacks : public testing::TestWithParam<Channel> {
 protected:
  // A code shown and paid, its callback in hand.
  Callback paid(Played& played) const {
    played.journey.go(fmt::format("applicant open P1 {}", name_of(GetParam())));
    EXPECT_TRUE(played.carry("create_payment"));
    EXPECT_TRUE(played.partners.pay({GetParam(), "P1"}));
    return played.partners.take_deliveries().at(0).callback;
  }
};

INSTANTIATE_TEST_SUITE_P(, Callbacks, testing::Values(Channel::WeChat, Channel::Alipay),
                         [](const auto& channel) { return std::string(name_of(channel.param)); });

// One byte of the body changed, or of the signature; or the body of one under the signature of
// another.
TEST_P(Callbacks, ForgedOnesHaveNoEffect) {
  Played played(kToPayment);
  const Callback honest = paid(played);
  const workflow::Order before = played.order();
  const auto form = payment::alipay::from_form(honest.request.body);
  std::mt19937_64 random(1);
  int same = 0;
  for (int i = 0; i < kEach; ++i) {
    const Callback forged = simulator::forged(honest, random);
    // A blank may be written `+` or ` `, an escape in either case: that is the same text.
    if (GetParam() == Channel::Alipay && payment::alipay::from_form(forged.request.body) == form) {
      ++same;
      continue;
    }
    ASSERT_FALSE(played.hear(forged)) << forged.request.body;
  }
  EXPECT_EQ(played.distrusted + same, kEach);
  EXPECT_LT(same, kEach / 50);
  EXPECT_EQ(played.order(), before);
}

TEST_P(Callbacks, ReplayedOnesCountOnce) {
  Played played(kToPayment);
  const Callback honest = paid(played);
  ASSERT_TRUE(played.hear(honest));
  const workflow::Order after = played.order();
  for (int i = 0; i < kEach; ++i) {
    // Half of them where nobody remembers callbacks: the command's own id is enough.
    if (i % 2 == 0) played.heard.clear();
    ASSERT_TRUE(played.hear(honest));
  }
  EXPECT_EQ(played.order(), after);
  EXPECT_EQ(played.order().stage, Stage::AwaitingParcel);
}

TEST(CallbacksOfWeChat, OldOnesAreNotBelieved) {
  Played played(kToPayment);
  played.journey.go("applicant open P1 wechat");
  ASSERT_TRUE(played.carry("create_payment"));
  ASSERT_TRUE(played.partners.pay({Channel::WeChat, "P1"}));
  const Callback honest = played.partners.take_deliveries().at(0).callback;
  played.journey.wait(std::chrono::seconds(300));
  EXPECT_FALSE(played.hear(honest));
  EXPECT_EQ(played.order().stage, Stage::AwaitingPayment);
}

// Payment, refund asked, refund's notice: whatever comes first, the end is the same.
TEST_P(Callbacks, ReorderedOnesComeToTheSameEnd) {
  Played played(kToPayment);
  const Callback payment = paid(played);
  ASSERT_TRUE(played.hear(payment));
  played.journey.go(
      "applicant ask_refund R1 fee 不再需要\napplicant letter\nfinance approve_refund\n");
  const workflow::Order before = played.order();
  const auto refunding = played.carry("refund_payment");
  ASSERT_TRUE(refunding);
  std::vector<Callback> all{payment};
  for (const auto& delivery : played.partners.take_deliveries()) all.push_back(delivery.callback);
  ASSERT_EQ(all.size(), 2u);
  std::minstd_rand random(2);
  for (int delivered = 0; delivered < kEach;) {
    played.journey.order = before;
    played.heard.clear();
    std::shuffle(all.begin(), all.end(), random);
    for (std::size_t i = 0; i < 1 + random() % 4; ++i, ++delivered) {
      played.hear(all[random() % all.size()]);
    }
    for (const auto& callback : all) ASSERT_TRUE(played.hear(callback));
    delivered += static_cast<int>(all.size());
    ASSERT_EQ(workflow::find_refund(played.order(), "R1")->state, workflow::Refund::State::Sent);
    ASSERT_EQ(workflow::refunded(played.order(), "P1").amount, 22000);
  }
}

// Fifty threads bring the same callback at the same time, for 200 payments through the store.
TEST(CallbacksInStore, FiftyAtOnceCountOnce) {
  constexpr int kAtOnce = 50;
  const int kPayments = kEach / kAtOnce;
  Office office(Backend::Sqlite);
  int stored = 0;
  for (int i = 0; i < kPayments; ++i) {
    const std::string id = fmt::format("O{}", i);
    const std::string code = fmt::format("9136060{:011}", i);
    const std::string old = fmt::format("OLD-{}", i);
    const std::string attempt = id + "-P1";
    const bool wechat = i % 2 == 0;
    office.register_organisation(code, old);
    office.live(
        id, code, old,
        fmt::format("applicant begin renew organisation years=2\napplicant open {} {}\n"
                    "outside work\noutside pay {} {}\n",
                    attempt, wechat ? "wechat" : "alipay", attempt, wechat ? "wechat" : "alipay"));
    const auto callback = office.partners.take_deliveries().at(0).callback;
    std::atomic<int> well{0};
    std::vector<std::thread> threads;
    for (int n = 0; n < kAtOnce; ++n) {
      threads.emplace_back([&] {
        const auto heard = office.hear(callback);
        well += heard && office.reception.take(*heard) == Reception::Answer::Stored ? 1 : 0;
      });
    }
    for (auto& thread : threads) thread.join();
    stored += well;
    const auto order = office.order(id);
    ASSERT_EQ(order.stage, Stage::RenewalPaid);
    ASSERT_EQ(order.version, 3u) << "begun, opened, settled and nothing else";
  }
  EXPECT_EQ(stored, kPayments * kAtOnce);
}

// Nothing of ten thousand payments is called back; asking settles them all.
TEST_P(Callbacks, DroppedOnesAreSettledByAsking) {
  Played played(kToPayment);
  const workflow::Order before = played.order();
  for (int i = 0; i < kEach; ++i) {
    const std::string attempt = fmt::format("P{}", i);
    played.journey.order = before;
    played.journey.effects.clear();
    played.journey.go(fmt::format("applicant open {} {}", attempt, name_of(GetParam())));
    ASSERT_TRUE(played.carry("create_payment"));
    ASSERT_TRUE(played.partners.pay({GetParam(), attempt}));
    ASSERT_EQ(played.partners.take_deliveries().size(), 1u);
    played.ask_after();
    ASSERT_EQ(played.order().stage, Stage::AwaitingParcel);
  }
}

// The same through the store, with the round that asks after everybody.
TEST(CallbacksInStore, DroppedOnesAreSettledByTheNextRound) {
  constexpr int kPayments = 100;
  Office office(Backend::Sqlite);
  for (int i = 0; i < kPayments; ++i) {
    const std::string id = fmt::format("O{}", i);
    const std::string code = fmt::format("9136060{:011}", i);
    office.register_organisation(code, "OLD-" + id);
    office.live(id, code, "OLD-" + id,
                fmt::format("applicant begin renew organisation years=1\n"
                            "applicant open {0}-P1 wechat\noutside work\noutside pay {0}-P1 "
                            "wechat\n",
                            id));
  }
  EXPECT_EQ(office.partners.take_deliveries().size(), static_cast<std::size_t>(kPayments));
  EXPECT_EQ(office.reception.ask_after_all(), kPayments);
  EXPECT_EQ(office.reception.ask_after_all(), 0);
  for (int i = 0; i < kPayments; ++i) {
    EXPECT_EQ(office.order(fmt::format("O{}", i)).stage, Stage::RenewalPaid);
  }
}

TEST(CallbacksInStore, OneThatComesBeforeItsAttemptIsKnownComesAgain) {
  Office office(Backend::Sqlite);
  effects::Heard heard{.provider = "wechat", .id = "EV-1", .attempt = "NOBODY"};
  heard.say = workflow::Command{};
  EXPECT_EQ(office.reception.take(heard), Reception::Answer::Refused);
}

}  // namespace
}  // namespace vermilion::tests
