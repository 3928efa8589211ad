#include "workflow/apply.hpp"

#include "tests/workflow/journey.hpp"
#include "workflow/messages.hpp"

#include <gmock/gmock.h>

#include <set>

namespace vermilion::tests {
namespace {

using namespace workflow;

TEST(Apply, TheSameCommandASecondTimeDoesNothing) {
  const Journey journey = journey_to(Stage::Draft);
  const Command fill{"once", {Role::Applicant, "a"}, bodies_of(journey, {"fill_form"}).front()};
  const auto first = apply(journey.order, fill, journey.facts(), journey.now);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->events.size(), 1U);
  const auto again = apply(first->order, fill, journey.facts(), journey.now);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->events.empty());
  EXPECT_TRUE(again->effects.empty());
  EXPECT_TRUE(again->order == first->order);
}

TEST(Apply, IsTheSameForTheSameArguments) {
  const Journey one = journey_to(Stage::Issued);
  const Journey other = journey_to(Stage::Issued);
  EXPECT_EQ(one.log, other.log);
  EXPECT_EQ(one.effects, other.effects);
}

TEST(Apply, EventSaysWhoWhenAndWhereTo) {
  const Journey journey = journey_to(Stage::InTransit);
  const Event& event = journey.log.back();
  EXPECT_EQ(event.kind, EventKind::ParcelSent);
  EXPECT_EQ(event.to, Stage::InTransit);
  EXPECT_EQ(event.by, (Actor{Role::Applicant, "applicant1"}));
  EXPECT_EQ(event.at, journey.now);
}

// A price for two years is twice the price for one; the fee of a variant without years is not.
TEST(Apply, PinsTheFeeOfTheYearsChosen) {
  EXPECT_EQ(journey_to(Stage::RenewalUnpaid).order.fee, Fen{20000});
  EXPECT_EQ(journey_to(Stage::AwaitingPayment).order.fee, Fen{22000});
}

TEST(Apply, PinsTheRulesItWasSubmittedUnder) {
  Journey journey = journey_to(Stage::Draft);
  journey.terms.digest = "rules-2";
  journey.reach(Stage::AwaitingReviewer);
  EXPECT_EQ(journey.order.terms_digest, "rules-2");
}

TEST(Apply, AMainKeyIssuedMeanwhileStopsPayingAndMaking) {  // 2.4
  for (const auto& [stage, line] : {std::pair{Stage::AwaitingPayment, "applicant open P1 wechat"},
                                    std::pair{Stage::PaperRight, "maker start_making"},
                                    std::pair{Stage::Draft, "applicant submit"}}) {
    Journey journey = journey_to(stage);
    if (stage == Stage::Draft) {
      journey.go("applicant fill_form\nsystem verify passed\napplicant upload all\n");
    }
    journey.main_key = {MainKey::State::Issued, "", "HALL-1", {}};
    const auto refusal = journey.tell(line);
    ASSERT_TRUE(refusal) << line;
    EXPECT_EQ(refusal->code, RefusalCode::MainKeyLost) << line;
  }
}

TEST(Apply, ALateChangeVoidsTheApprovalOfARevocation) {
  Journey journey;
  journey.go("applicant begin reissue with_seal\n").reach(Stage::PaperRight);
  journey.go("maker ask_second revoke_by_reissue x\nmaker#2 confirm_second revoke_by_reissue\n");
  journey.order.documents.begin()->second.sha256 = "another scan";
  const auto refusal = journey.tell("maker start_making");
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, RefusalCode::SecondPersonMissing);
}

TEST(Apply, AnApprovedRefundCannotGrow) {
  Journey journey = journey_to(Stage::Issued);
  journey.go(
      "applicant ask_refund R1 100 x\napplicant letter\n"
      "finance ask_second refund_after_making x\nfinance#2 confirm_second refund_after_making\n"
      "applicant withdraw_refund\napplicant ask_refund R2 fee x\napplicant letter\n");
  const auto refusal = journey.tell("finance approve_refund");
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, RefusalCode::SecondPersonMissing);
}

// Every refusal the order's table can give is played by a story or a test of its own; here only
// that its text is whole in both languages, wherever it is given.
TEST(Apply, RefusalsHaveNoGapsInAnyStage) {
  std::set<RefusalCode> seen;
  for (std::size_t i = 0; i < kStages; ++i) {
    const Journey from = journey_to(static_cast<Stage>(i));
    for (const char* line :
         {"applicant submit", "applicant open P1 bank_transfer", "applicant upload unknown",
          "applicant post SF 1", "reviewer claim", "reviewer#2 claim", "finance approve_refund",
          "maker start_making", "applicant download X Y 2", "applicant recall",
          "applicant begin new main", "applicant begin renew organisation years=1 keys=3"}) {
      Journey journey = from;
      const auto refusal = journey.tell(line);
      if (!refusal) continue;
      seen.insert(refusal->code);
      for (const Language language : {Language::Chinese, Language::English}) {
        const std::string text = text_of(*refusal, language);
        EXPECT_EQ(text.find('{'), text.npos) << text;
      }
    }
  }
  EXPECT_GT(seen.size(), 10U);
}

}  // namespace
}  // namespace vermilion::tests
