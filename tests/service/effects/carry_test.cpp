#include "service/effects/carry.hpp"

#include "service/effects/charging.hpp"
#include "tests/service/effects/played.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::effects {
namespace {

using simulator::Channel;
using testing::IsEmpty;
using tests::Played;
using workflow::Attempt;
using workflow::Stage;
using Kind = Failure::Kind;

constexpr std::string_view kToPayment =
    "applicant begin new main\napplicant fill_form\nsystem verify passed\napplicant upload all\n"
    "system inspect all clean\napplicant submit\nreviewer claim\nreviewer accept all\n"
    "reviewer approve\n";

std::string opened(const std::string& channel) {
  return std::string(kToPayment) + "applicant open P1 " + channel + "\n";
}

class Paying : public testing::TestWithParam<std::string> {
 protected:
  Channel channel() const { return GetParam() == "wechat" ? Channel::WeChat : Channel::Alipay; }
  simulator::TradeKey trade(const std::string& attempt = "P1") const {
    return {channel(), attempt};
  }
  simulator::TradeKey refund(const std::string& number) const { return {channel(), number}; }
};

TEST_P(Paying, CodeIsShownPaidAndCounted) {
  Played played(opened(GetParam()));
  ASSERT_TRUE(played.carry("create_payment"));
  EXPECT_FALSE(played.shown.at("create_payment/P1").empty());
  ASSERT_TRUE(played.partners.pay(trade()));
  played.hear_all();
  EXPECT_EQ(played.order().stage, Stage::AwaitingParcel);
  EXPECT_EQ(played.order().attempts.front().paid.amount, 22000);
}

TEST_P(Paying, CodeAskedForTwiceIsTheSame) {
  Played played(opened(GetParam()));
  ASSERT_TRUE(played.carry("create_payment"));
  const std::string code = played.shown.at("create_payment/P1");
  ASSERT_TRUE(played.carry("create_payment", true));
  EXPECT_EQ(played.shown.at("create_payment/P1"), code);
  EXPECT_EQ(played.partners.book().trades.size(), 1u);
}

TEST_P(Paying, WhatWasNotSentIsTriedLaterAndWhatWasCutIsAskedAfter) {
  Played played(opened(GetParam()));
  played.cut = Played::Cut::NotSent;
  EXPECT_EQ(played.carry("create_payment").error().kind, Kind::Later);
  EXPECT_THAT(played.partners.book().trades, IsEmpty());
  played.cut = Played::Cut::NoAnswer;
  EXPECT_EQ(played.carry("create_payment").error().kind, Kind::Unknown);
  ASSERT_TRUE(played.partners.pay(trade()));  // the payer was quick, the callback is lost
  ASSERT_TRUE(played.carry("create_payment", true));
  EXPECT_EQ(played.order().stage, Stage::AwaitingParcel);
}

TEST_P(Paying, CallbackThatNeverComesIsAskedFor) {
  Played played(opened(GetParam()));
  ASSERT_TRUE(played.carry("create_payment"));
  ASSERT_TRUE(played.partners.pay(trade()));
  ASSERT_FALSE(played.partners.take_deliveries().empty());  // and dropped
  played.ask_after();
  EXPECT_EQ(played.order().stage, Stage::AwaitingParcel);
}

TEST_P(Paying, ClosedAttemptThatWasPaidGoesBackByItself) {
  Played played(opened(GetParam()));
  played.carry_all();
  ASSERT_TRUE(played.partners.pay(trade()));
  ASSERT_EQ(played.partners.take_deliveries().size(), 1u);  // dropped
  ASSERT_FALSE(played.journey.tell("applicant close P1"));
  EXPECT_THAT(played.carry_all(), IsEmpty());
  EXPECT_EQ(played.order().stage, Stage::AwaitingParcel) << "paid is paid, closed or not";
}

TEST_P(Paying, SecondCodePaidGoesBackByItself) {
  Played played(opened(GetParam()));
  played.carry_all();
  ASSERT_FALSE(played.journey.tell("applicant open P2 " + GetParam()));
  played.cut = Played::Cut::NotSent;  // the first is not closed in time
  ASSERT_EQ(played.carry_all().size(), 1u);
  ASSERT_TRUE(played.partners.pay(trade("P2")));
  played.hear_all();
  ASSERT_TRUE(played.partners.pay(trade("P1")));
  played.hear_all();
  EXPECT_THAT(played.carry_all(), IsEmpty());
  played.hear_all();
  played.ask_after();
  EXPECT_EQ(workflow::find_attempt(played.order(), "P1")->state, Attempt::State::Surplus);
  EXPECT_EQ(workflow::refunded(played.order(), "P1").amount, 22000);
  EXPECT_EQ(played.partners.book().trades.at(trade("P1")).refunded_fen, 22000);
  EXPECT_EQ(played.partners.book().trades.at(trade("P2")).refunded_fen, 0);
}

TEST_P(Paying, CodeThatRanOutClosesItself) {
  Played played(opened(GetParam()));
  played.journey.wait(kCodeLife);
  ASSERT_TRUE(played.carry("create_payment"));
  EXPECT_EQ(played.order().attempts.front().state, Attempt::State::Closed);
  EXPECT_THAT(played.partners.book().trades, IsEmpty());
}

constexpr std::string_view kRefund =
    "applicant ask_refund R1 fee 不再需要\napplicant letter\nfinance approve_refund\n";

TEST_P(Paying, RefundIsSentOnceHoweverOftenItIsTried) {
  Played played(opened(GetParam()));
  played.carry_all();
  ASSERT_TRUE(played.partners.pay(trade()));
  played.hear_all();
  played.journey.go(kRefund);
  played.cut = Played::Cut::NoAnswer;
  EXPECT_EQ(played.carry("refund_payment").error().kind, Kind::Unknown);
  ASSERT_TRUE(played.carry("refund_payment", true));
  ASSERT_TRUE(played.carry("refund_payment", true));
  played.ask_after();
  EXPECT_EQ(played.partners.book().trades.at(trade()).refunded_fen, 22000);
  EXPECT_EQ(workflow::find_refund(played.order(), "R1")->state, workflow::Refund::State::Sent);
}

TEST_P(Paying, RefundThatIsUnderwayArrivesByCallbackOrQuestion) {
  for (const bool called_back : {true, false}) {
    Played played(opened(GetParam()));
    played.partners.set_refunds_at_once(false);
    played.carry_all();
    ASSERT_TRUE(played.partners.pay(trade()));
    played.hear_all();
    played.journey.go(kRefund);
    ASSERT_TRUE(played.carry("refund_payment"));
    EXPECT_EQ(workflow::find_refund(played.order(), "R1")->state, workflow::Refund::State::Sending);
    ASSERT_TRUE(played.partners.refund(refund("R1"), true));
    if (called_back) {
      played.hear_all();
    } else {
      played.ask_after();
    }
    EXPECT_EQ(workflow::find_refund(played.order(), "R1")->state, workflow::Refund::State::Sent);
  }
}

INSTANTIATE_TEST_SUITE_P(, Paying, testing::Values("wechat", "alipay"),
                         [](const auto& channel) { return channel.param; });

// Only WeChat Pay tells that a refund came to nothing.
TEST(Carry, RefundThatFailedIsTriedAgainUnderItsNumber) {
  Played played(opened("wechat"));
  played.partners.set_refunds_at_once(false);
  played.carry_all();
  ASSERT_TRUE(played.partners.pay({Channel::WeChat, "P1"}));
  played.hear_all();
  played.journey.go(kRefund);
  ASSERT_TRUE(played.carry("refund_payment"));
  ASSERT_TRUE(played.partners.refund({Channel::WeChat, "R1"}, false));
  const auto failure = played.partners.take_deliveries();
  ASSERT_EQ(failure.size(), 1u);
  EXPECT_TRUE(played.hear(failure.front().callback));
  EXPECT_EQ(workflow::find_refund(played.order(), "R1")->state, workflow::Refund::State::Failed);
  ASSERT_FALSE(played.journey.tell("finance retry_refund R1"));
  played.partners.set_refunds_at_once(true);
  ASSERT_TRUE(played.carry("refund_payment"));
  played.ask_after();
  played.heard.clear();
  played.hear(failure.front().callback);  // the old failure comes once more, and late
  EXPECT_EQ(workflow::find_refund(played.order(), "R1")->state, workflow::Refund::State::Sent);
}

TEST(Carry, TextIsSentOnceAndNeverBlindlyAgain) {
  Played played(kToPayment);
  ASSERT_TRUE(played.carry("send_sms"));
  const auto texts = played.partners.book().texts;
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts.front().template_id, "SMS_1");
  EXPECT_EQ(texts.front().blanks, R"({"order":"O1","project":"鹰潭市阳光采购服务平台"})");
  EXPECT_EQ(played.carry("send_sms", true).error().kind, Kind::Never);
  EXPECT_EQ(played.partners.book().texts.size(), 1u);
}

TEST(Carry, TextWhoseAnswerWasCutStaysUnknown) {
  Played played(kToPayment);
  played.cut = Played::Cut::NoAnswer;
  EXPECT_EQ(played.carry("send_sms").error().kind, Kind::Unknown);
  EXPECT_EQ(played.partners.book().texts.size(), 1u);
  played.cut = Played::Cut::NotSent;
  EXPECT_EQ(played.carry("send_sms").error().kind, Kind::Later);
}

TEST(Carry, TextWithoutTemplateIsForAPerson) {
  Played played(kToPayment);
  played.world.texting.templates.clear();
  EXPECT_EQ(played.carry("send_sms").error().kind, Kind::Never);
  EXPECT_EQ(played.exchanges, 0);
}

TEST(Carry, VerificationIsOneHoweverOftenItIsAskedFor) {
  Played played("applicant begin new main\n");
  played.cut = Played::Cut::NoAnswer;
  EXPECT_EQ(played.carry("start_verification").error().kind, Kind::Unknown);
  ASSERT_TRUE(played.carry("start_verification", true));
  EXPECT_EQ(played.partners.book().verifications.size(), 1u);
  EXPECT_FALSE(played.shown.at("start_verification/O1").empty());
  ASSERT_TRUE(played.partners.verify("O1", true));
  played.hear_all();
  EXPECT_EQ(played.order().verification.state, workflow::Verification::State::Passed);
  EXPECT_THAT(played.order().verification.reference, testing::HasSubstr("; consent 2026-"));
}

TEST(Carry, OldFailureOfAVerificationChangesNothing) {
  Played played("applicant begin new main\n");
  ASSERT_TRUE(played.carry("start_verification"));
  ASSERT_TRUE(played.partners.verify("O1", false));
  const auto failed_once = played.partners.take_deliveries();
  ASSERT_TRUE(played.partners.verify("O1", true));
  played.hear_all();
  played.hear(failed_once.front().callback);
  EXPECT_EQ(played.order().verification.state, workflow::Verification::State::Passed);
}

TEST(Carry, ParcelThatWasSignedForWaitsOnThePostRoomsDesk) {
  Played played(opened("wechat") + "system paid P1 fee\napplicant post SF SF1234567890123\n");
  ASSERT_TRUE(played.carry("track_parcel"));
  ASSERT_TRUE(played.carry("track_parcel", true)) << "subscribed twice is subscribed";
  const simulator::ParcelKey key{"shunfeng", "SF1234567890123"};
  ASSERT_TRUE(played.partners.move(key, "5", "派件中"));
  played.hear_all();
  EXPECT_EQ(played.order().stage, Stage::InTransit);
  ASSERT_TRUE(played.partners.move(key, "3", "已签收"));
  const auto delivered = played.partners.take_deliveries();
  EXPECT_TRUE(played.hear(delivered.front().callback));
  EXPECT_EQ(played.order().stage, Stage::PaperReceived);
  played.journey.go(
      "post_room check_paper bad licence 缺公章\n"
      "applicant post SF SF1234567890129\n");
  played.heard.clear();
  EXPECT_TRUE(played.hear(delivered.front().callback));  // the old news once more
  EXPECT_EQ(played.order().stage, Stage::InTransit) << "another parcel is on its way";
}

TEST(Carry, InvoiceIsAskedForWithWhatTheOrderSays) {
  Played played("");
  workflow::Effect effect{workflow::EffectKind::IssueInvoice,
                          "issue_invoice/O1",
                          {{"title", "江西铜业"}, {"tax_id", "9136"}, {"email", "a@b.c"}},
                          {22000}};
  ASSERT_TRUE(carry({effect, played.order()}, played.world));
  ASSERT_EQ(played.invoices.size(), 1u);
  EXPECT_EQ(played.invoices.front().title, "江西铜业");
  EXPECT_EQ(played.invoices.front().amount_fen, 22000);
}

class Maker final : public CertificateMaker {
 public:
  Outcome<workflow::Certificate> issue(const std::string& key, const workflow::Order&) override {
    keys.push_back(key);
    return workflow::Certificate{"NEW-1", "KEY-1", {}, true};
  }
  Outcome<void> revoke(const std::string& serial) override {
    if (serial.empty()) return failed(Kind::Never, "no such certificate");
    return {};
  }
  std::vector<std::string> keys;
};

TEST(Carry, CertificateIsMadeUnderTheKeyOfItsEffect) {
  Played played(opened("wechat") +
                "system paid P1 fee\napplicant post SF SF1234567890123\n"
                "post_room parcel SF SF1234567890123\npost_room check_paper good\n"
                "maker start_making\n");
  Maker maker;
  EXPECT_EQ(played.carry("issue_certificate").error().kind, Kind::Never);
  played.world.certificates = &maker;
  ASSERT_TRUE(played.carry("issue_certificate"));
  EXPECT_THAT(maker.keys, testing::ElementsAre("issue_certificate/O1/1"));
  EXPECT_EQ(played.order().made->serial, "NEW-1");
}

TEST(Carry, KindsOfTheMainKeyAreDoneElsewhere) {
  Played played("");
  for (std::size_t i = 0; i < workflow::kEffects; ++i) {
    const auto kind = static_cast<workflow::EffectKind>(i);
    const bool main_key = workflow::name_of(kind).ends_with("main_key");
    EXPECT_EQ(is_carried(kind), !main_key) << workflow::name_of(kind);
  }
}

}  // namespace
}  // namespace vermilion::service::effects
