#include "workflow/waiting.hpp"

#include "tests/workflow/journey.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <string>

// "Why is my order waiting?" (1.33, 1.34), answered in every stage.
namespace vermilion::tests {
namespace {

using namespace workflow;
using testing::HasSubstr;

Waiting waiting_of(const Journey& journey) {
  return waiting_for(journey.order, journey.terms, WorkingDays::shipped(), journey.now);
}

std::string said(const Journey& journey) {
  return text_of(waiting_of(journey), Language::Chinese);
}

class WaitingInStage : public testing::TestWithParam<Stage> {};

TEST_P(WaitingInStage, IsAnsweredInBothLanguagesWithoutGaps) {
  const Journey journey = journey_to(GetParam());
  const Waiting waiting = waiting_of(journey);
  for (const Language language : {Language::Chinese, Language::English}) {
    const std::string text = text_of(waiting, language);
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(text.find('{'), text.npos) << text;
  }
  EXPECT_EQ(waiting.since, journey.order.stage_since);
}

// Whose turn it is agrees with who may do something in that stage, but for those who act without
// a seat (legal person, recipient) and outside (courier).
TEST_P(WaitingInStage, IsSomebodysTurnUnlessClosed) {
  const Stage stage = GetParam();
  const bool closed = stage == Stage::Issued || stage == Stage::Renewed || stage == Stage::Void;
  EXPECT_EQ(waiting_of(journey_to(stage)).turn.has_value(), !closed);
}

std::vector<Stage> stages() {
  std::vector<Stage> all;
  for (std::size_t i = 0; i < kStages; ++i) all.push_back(static_cast<Stage>(i));
  return all;
}

INSTANTIATE_TEST_SUITE_P(, WaitingInStage, testing::ValuesIn(stages()),
                         [](const auto& stage) { return std::string(name_of(stage.param)); });

TEST(Waiting, NamesTheMissingDocuments) {
  Journey journey = journey_to(Stage::Draft);
  journey.go(
      "applicant fill_form\nsystem verify passed\napplicant upload licence\n"
      "applicant upload id_card\n");
  EXPECT_THAT(said(journey), HasSubstr("申请表、法人授权委托书、电子签章采集表"));
}

TEST(Waiting, NamesTheRejectedDocument) {
  EXPECT_THAT(said(journey_to(Stage::Rejected)), HasSubstr("营业执照"));
}

TEST(Waiting, SaysWhenWeCalledAndFromWhere) {  // 1.34, 1.35
  const std::string text = said(journey_to(Stage::AgentUnreachable));
  EXPECT_THAT(text, HasSubstr("2026-03-09 10:00"));
  EXPECT_THAT(text, HasSubstr("南昌座机"));
  EXPECT_THAT(text, HasSubstr("缺公章"));
}

TEST(Waiting, PromisesNoTrackingBeforeSeven) {  // 1.45
  EXPECT_THAT(said(journey_to(Stage::AwaitingCourier)), HasSubstr("2026-03-09 19:00"));
}

TEST(Waiting, SendsThoseWhoGotNothingToTheRecipientFirst) {  // 1.36
  EXPECT_THAT(said(journey_to(Stage::Issued)), HasSubstr("李四"));
}

TEST(Waiting, NamesWhoSignedForACertificateThatWasFetched) {  // 1.44
  Journey journey = journey_to(Stage::AwaitingCollection);
  journey.go("maker hand_over 王五 signature-1\n");
  EXPECT_EQ(waiting_of(journey).what, WaitingFor::NothingCollected);
  for (const Language language : {Language::Chinese, Language::English}) {
    const std::string text = text_of(waiting_of(journey), language);
    EXPECT_THAT(text, HasSubstr("王五"));
    EXPECT_THAT(text, testing::Not(HasSubstr("李四"))) << "the recipient is not who has it";
  }
}

TEST(Waiting, FollowsTheParcelOnceBetterSealImpressionsAreSent) {  // 1.46
  Journey journey = journey_to(Stage::SealSupplement);
  journey.go("service call reached\n");
  EXPECT_EQ(waiting_of(journey).turn, Role::Applicant);
  journey.go("applicant post SF SF1234567890125\n");
  EXPECT_EQ(waiting_of(journey).turn, Role::PostRoom);
  for (const Language language : {Language::Chinese, Language::English}) {
    EXPECT_THAT(text_of(waiting_of(journey), language), HasSubstr("SF SF1234567890125"));
  }
  journey.go("post_room parcel SF SF1234567890125\n");
  EXPECT_EQ(waiting_of(journey).what, WaitingFor::SealMaking);
}

TEST(Waiting, IsUntilTheSlaSays) {
  const auto until = waiting_of(journey_to(Stage::PaperRight)).until;
  ASSERT_TRUE(until);
  EXPECT_EQ(beijing_text(*until), "2026-03-13 00:00");
}

TEST(Waiting, AHeldPaymentComesFirst) {
  Journey journey = journey_to(Stage::AwaitingPayment);
  journey.go("applicant open P1 wechat\nsystem paid P1 1\n");
  EXPECT_EQ(waiting_of(journey).what, WaitingFor::HeldPayment);
  EXPECT_EQ(waiting_of(journey).turn, Role::Finance);
}

TEST(Waiting, NamesAreUnique) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kWaitings; ++i) names.insert(name_of(static_cast<WaitingFor>(i)));
  EXPECT_EQ(names.size(), kWaitings);
}

}  // namespace
}  // namespace vermilion::tests
