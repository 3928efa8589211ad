#include "workflow/effects_of.hpp"

#include "tests/workflow/journey.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace vermilion::tests {
namespace {

using namespace workflow;
using testing::ElementsAre;

std::vector<std::string> keys(const Journey& journey, EffectKind kind) {
  std::vector<std::string> found;
  for (const Effect& effect : journey.effects) {
    if (effect.kind == kind) found.push_back(effect.key);
  }
  return found;
}

TEST(EffectKeys, ARefundSentAgainIsTheSameRefundAtTheChannel) {
  Journey journey = journey_to(Stage::AwaitingParcel);
  journey.go(
      "applicant ask_refund R1 fee x\napplicant letter\nfinance approve_refund\n"
      "system refund_failed R1\nfinance retry_refund R1\n");
  EXPECT_THAT(keys(journey, EffectKind::RefundPayment),
              ElementsAre("refund_payment/R1/1", "refund_payment/R1/2"));
  for (const Effect& effect : journey.effects) {
    if (effect.kind != EffectKind::RefundPayment) continue;
    EXPECT_EQ(effect.words.at("refund"), "R1");
  }
}

TEST(EffectKeys, ARenewalDownloadedTwiceIsIssuedOnce) {  // 5.28
  Journey journey = journey_to(Stage::RenewalDownloading);
  journey.go("applicant download_failed\napplicant download OLD-1 KEY-1 1\n");
  EXPECT_THAT(keys(journey, EffectKind::IssueCertificate),
              ElementsAre("issue_certificate/O1", "issue_certificate/O1"));
}

TEST(EffectKeys, AMakingThatFailedMadeNoCertificate) {
  Journey journey = journey_to(Stage::Making);
  journey.go("maker making_failed x\nmaker start_making\n");
  EXPECT_THAT(keys(journey, EffectKind::IssueCertificate),
              ElementsAre("issue_certificate/O1/1", "issue_certificate/O1/2"));
}

TEST(EffectKeys, TheOldCertificateIsRevokedByItsSerial) {
  Journey journey;
  journey.go("applicant begin reissue with_seal\n").reach(Stage::PaperRight);
  journey.go(
      "maker ask_second revoke_by_reissue x\nmaker#2 confirm_second revoke_by_reissue\n"
      "maker start_making\nmaker made NEW-1\n");
  EXPECT_THAT(keys(journey, EffectKind::RevokeCertificate),
              ElementsAre("revoke_certificate/OLD-1"));
}

// Two orders may be in one parcel.
TEST(EffectKeys, AParcelIsTrackedForEachOrderInIt) {
  Journey journey = journey_to(Stage::InTransit);
  EXPECT_THAT(keys(journey, EffectKind::TrackParcel),
              ElementsAre("track_parcel/O1/SF/SF1234567890123"));
}

// The ledger is told which main key the new certificate stands for, reissued or renewed.
TEST(Effects, AMainKeyRenewedIsRecordedInPlaceOfTheOld) {
  const Journey journey = journey_to(Stage::Renewed);
  const auto recorded =
      std::ranges::find(journey.effects, EffectKind::RecordMainKey, &Effect::kind);
  ASSERT_NE(recorded, journey.effects.end());
  EXPECT_EQ(recorded->words.at("serial"), "NEW-1");
  EXPECT_EQ(recorded->words.at("replaces"), "OLD-1");
}

TEST(EffectKeys, FormsAreMadeOncePerGeneration) {
  Journey journey = journey_to(Stage::Draft);
  journey.go("applicant fill_form\napplicant fill_form\napplicant fill_form agent=王五\n");
  EXPECT_THAT(keys(journey, EffectKind::MakeForms),
              ElementsAre("make_forms/O1/1", "make_forms/O1/1", "make_forms/O1/2"));
}

TEST(Effects, PaymentAsksForTheFee) {
  const Journey journey = journey_to(Stage::AwaitingParcel);
  const auto created = std::ranges::find(journey.effects, EffectKind::CreatePayment, &Effect::kind);
  ASSERT_NE(created, journey.effects.end());
  EXPECT_EQ(created->amount, Fen{22000});
  EXPECT_EQ(created->words.at("channel"), "wechat");
}

TEST(Effects, NothingIsClosedThatIsNotOpen) {
  EXPECT_TRUE(keys(journey_to(Stage::AwaitingParcel), EffectKind::ClosePayment).empty());
}

// A row promises the kinds it asks for; what a step gives is among them.
TEST(Effects, AreAmongThoseOfTheRow) {
  std::set<std::pair<EventKind, EffectKind>> promised;
  for (const OrderTransition& row : transitions()) {
    for (const EffectKind kind : row.effects) promised.insert({row.event, kind});
  }
  for (std::size_t i = 0; i < kStages; ++i) {
    const Journey journey = journey_to(static_cast<Stage>(i));
    for (const Effect& effect : journey.effects) {
      const bool known = std::ranges::any_of(journey.log, [&](const Event& event) {
        return promised.contains({event.kind, effect.kind});
      });
      EXPECT_TRUE(known) << name_of(effect.kind);
    }
  }
}

}  // namespace
}  // namespace vermilion::tests
