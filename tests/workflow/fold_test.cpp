#include "workflow/fold.hpp"

#include "tests/workflow/journey.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using namespace workflow;

TEST(Fold, OfTheLogIsTheOrderInEveryStage) {
  for (std::size_t i = 0; i < kStages; ++i) {
    const Journey journey = journey_to(static_cast<Stage>(i));
    EXPECT_TRUE(fold(journey.log) == journey.order) << kStageNames[i];
    EXPECT_EQ(journey.order.version, journey.log.size());
  }
}

TEST(Fold, OfNothingIsAnOrderNobodyBegan) {
  EXPECT_TRUE(fold(std::span<const Event>{}) == Order{});
}

// What a project's rules say now changes nothing that was decided before.
TEST(Fold, KeepsTheFeeThatWasPinned) {
  Journey journey = journey_to(Stage::AwaitingPayment);
  for (auto& operation : journey.terms.operations) {
    for (auto& variant : operation.variants) variant.fee = Fen{99900};
  }
  EXPECT_EQ(fold(journey.log).fee, Fen{22000});
  journey.go("applicant open P1 wechat\n");
  EXPECT_EQ(journey.order.attempts.back().amount, Fen{22000});
}

TEST(Fold, RemembersWhichCommandsWereTaken) {
  const Journey journey = journey_to(Stage::Draft);
  EXPECT_TRUE(journey.order.taken.contains("c1"));
  EXPECT_FALSE(journey.order.taken.contains("c2"));
}

TEST(Fold, AClaimEndsWithTheDecision) {
  for (const char* decision : {"reviewer accept all\nreviewer approve\n",
                               "reviewer reject_document licence 模糊\nreviewer reject\n",
                               "reviewer release\n", "applicant void\n"}) {
    Journey journey = journey_to(Stage::InReview);
    EXPECT_EQ(journey.order.claim.reviewer, "reviewer1");
    journey.go(decision);
    EXPECT_EQ(journey.order.claim.reviewer, "") << decision;
  }
}

TEST(Fold, ANewScanForgetsWhatWasSaidOfTheOld) {
  Journey journey = journey_to(Stage::Rejected);
  journey.go("applicant upload licence\n");
  const Document& licence = *find_document(journey.order, "licence");
  EXPECT_EQ(licence.decision, Document::Decision::None);
  EXPECT_TRUE(licence.reasons.empty());
  EXPECT_FALSE(licence.inspected);
}

TEST(Fold, WhoReplacesAScanLosesItsOverride) {
  Journey journey = journey_to(Stage::Draft);
  journey.go(
      "applicant fill_form\nsystem verify passed\napplicant upload all\napplicant submit\n"
      "system inspect application_form clean\nsystem inspect licence blocking SEAL_NONE\n"
      "system inspect id_card clean\nsystem inspect authorisation_letter clean\n"
      "system inspect seal_sheet clean\nreviewer claim\n"
      "reviewer ask_second override_finding x\nreviewer#2 confirm_second override_finding\n");
  EXPECT_FALSE(find_document(journey.order, "licence")->stands_in_the_way());
  journey.go(
      "reviewer reject_document licence 模糊\nreviewer reject\napplicant upload licence\n"
      "system inspect licence blocking SEAL_NONE\n");
  EXPECT_TRUE(find_document(journey.order, "licence")->stands_in_the_way());
}

TEST(Fold, AnOverrideHoldsForTheFindingsItWasGivenFor) {
  Journey journey = journey_to(Stage::InReview);
  journey.go(
      "system inspect licence blocking SEAL_NONE\n"
      "reviewer ask_second override_finding x\nreviewer#2 confirm_second override_finding\n"
      "system inspect licence blocking SEAL_NONE\n");
  EXPECT_FALSE(find_document(journey.order, "licence")->stands_in_the_way());
  journey.go("system inspect licence blocking SEAL_PRINTED\n");
  EXPECT_TRUE(find_document(journey.order, "licence")->stands_in_the_way());
}

}  // namespace
}  // namespace vermilion::tests
