#include "workflow/organisation/advice.hpp"

#include "tests/workflow/organisation/account.hpp"

#include <gmock/gmock.h>

#include <set>
#include <vector>

// 用户已存在, question by question (1.16-1.22).
namespace vermilion::tests {
namespace {

using namespace workflow;
using namespace workflow::organisation;

Advice follow(std::vector<bool> answers) {
  Advice advice = advice_tree().front().advice;
  for (const bool yes : answers) {
    const AdviceNode& node = node_of(advice);
    advice = yes ? node.yes.value() : node.no.value();
  }
  EXPECT_FALSE(node_of(advice).yes || node_of(advice).no) << "the questions go on";
  return advice;
}

TEST(ExistingUser, TheCodeWasWrong) {  // 1.16
  EXPECT_EQ(follow({true}), Advice::RegisterRightCode);
}

TEST(ExistingUser, AColleagueCanSignIn) {  // 1.17, 1.18
  EXPECT_EQ(follow({false, true, true}), Advice::SignIn);
}

TEST(ExistingUser, TheColleagueForgotThePassword) {  // 1.19
  EXPECT_EQ(follow({false, true, false, true}), Advice::ResetPassword);
}

TEST(ExistingUser, TheTelephoneIsGone) {  // 1.20, 1.22
  EXPECT_EQ(follow({false, false, false, true}), Advice::AskPhoneChange);
}

TEST(ExistingUser, OrGoToTheHall) {  // 1.21
  EXPECT_EQ(follow({false, false, false, false}), Advice::GoToHall);
}

TEST(ExistingUser, EveryNodeIsReachedAndHasWords) {
  std::set<Advice> reached{advice_tree().front().advice};
  for (const AdviceNode& node : advice_tree()) {
    EXPECT_EQ(node.yes.has_value(), node.no.has_value());
    if (node.yes) reached.insert({*node.yes, *node.no});
    for (const Language language : {Language::Chinese, Language::English}) {
      const std::string text =
          text_of(node.advice, registered().organisation, "4008001040", language);
      EXPECT_EQ(text.find('{'), text.npos) << text;
      EXPECT_THAT(text, testing::Not(testing::HasSubstr(kMobile)));
    }
  }
  EXPECT_EQ(reached.size(), advice_tree().size());
}

}  // namespace
}  // namespace vermilion::tests
