#include "service/accounts/captcha_question.hpp"

#include "tests/service/accounts/a_house.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vermilion::service::accounts {
namespace {

TEST(CaptchaQuestion, IsWrittenInWordsAndHasOneAnswer) {
  EXPECT_EQ(in_chinese(0), "零");
  EXPECT_EQ(in_chinese(10), "十");
  EXPECT_EQ(in_chinese(12), "十二");
  EXPECT_EQ(in_chinese(40), "四十");
  EXPECT_EQ(in_chinese(97), "九十七");
  const Question question = question_from(6 + 60 * 5);
  EXPECT_EQ(question.zh, "二十七加八等于几？");
  EXPECT_EQ(question.en, "What is 27 plus 8?");
  EXPECT_EQ(question.answer, "35");
}

TEST(CaptchaQuestion, IsRightlyAnsweredForEverySeed) {
  std::set<std::string> questions;
  for (std::uint64_t seed = 0; seed < 1800; ++seed) {
    const Question question = question_from(seed);
    EXPECT_EQ(question.answer, tests::answer_to(question.en)) << question.zh;
    questions.insert(question.zh);
  }
  EXPECT_EQ(questions.size(), 1800u);
}

}  // namespace
}  // namespace vermilion::service::accounts
