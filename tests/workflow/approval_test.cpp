#include "workflow/approval.hpp"

#include <gmock/gmock.h>

// Two persons, bound to what they were shown.
namespace vermilion::tests {
namespace {

using namespace workflow;

constexpr Instant kNow{std::chrono::seconds(1'772'000'000)};

Approval asked() {
  Approval approval;
  approval.matter = Matter::PublishRules;
  approval.digest = "d";
  approval.asked_by = {Role::RuleAuthor, "one"};
  approval.asked_at = kNow;
  return approval;
}

RefusalCode refused(const Actor& second, std::string_view shown, std::string_view now) {
  const auto answer = confirm(asked(), second, shown, now, kNow);
  EXPECT_FALSE(answer);
  return answer ? RefusalCode::NotYourPart : answer.error().code;
}

TEST(Approval, IsGivenByAnotherPersonOfTheSameSubject) {
  const auto given = confirm(asked(), {Role::RuleAuthor, "two"}, "d", "d", kNow);
  ASSERT_TRUE(given);
  EXPECT_TRUE(given->confirmed());
  EXPECT_TRUE(given->covers("d"));
  EXPECT_FALSE(given->covers("e")) << "what changed afterwards was never approved";
}

TEST(Approval, IsNotGivenByThePersonWhoAskedInWhateverRole) {
  EXPECT_EQ(refused({Role::Service, "one"}, "d", "d"), RefusalCode::SecondPersonIsFirst);
  EXPECT_EQ(refused({Role::RuleAuthor, ""}, "d", "d"), RefusalCode::SecondPersonIsFirst);
}

TEST(Approval, IsVoidOnceTheSubjectHasChanged) {
  EXPECT_EQ(refused({Role::RuleAuthor, "two"}, "d", "e"), RefusalCode::ApprovalOutdated);
  EXPECT_EQ(refused({Role::RuleAuthor, "two"}, "e", "e"), RefusalCode::ApprovalOutdated);
}

TEST(Approval, IsNotOfWhatTheSecondPersonDidNotSee) {
  EXPECT_EQ(refused({Role::RuleAuthor, "two"}, "e", "d"), RefusalCode::ShownSomethingElse);
}

TEST(Approval, NotAskedAnswerCoversNothing) {
  EXPECT_FALSE(asked().covers("d"));
}

}  // namespace
}  // namespace vermilion::tests
