#include "service/accounts/typed_code.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::accounts {
namespace {

TEST(TypedCode, IsPutRightWhereItCanMeanNothingElse) {
  const auto read = read_typed_code("9136ooo0625912l73b");
  EXPECT_EQ(read.code, "91360000625912173B");
  EXPECT_TRUE(read.valid);
  ASSERT_EQ(read.changes.size(), 5u);
  EXPECT_EQ(read.changes[0].at, 5u);
  EXPECT_EQ(read.changes[0].from, "o");
  EXPECT_EQ(read.changes[0].to, "0");
  EXPECT_EQ(read.changes[0].why, Why::Lookalike);
  EXPECT_EQ(read.changes[3].from, "l");
  EXPECT_EQ(read.changes[3].to, "1");
  EXPECT_EQ(read.changes[4].why, Why::Case);
}

TEST(TypedCode, TellsOfWidthAndSeparators) {
  const auto read = read_typed_code("９1360000-625912173B");
  EXPECT_EQ(read.code, "91360000625912173B");
  ASSERT_EQ(read.changes.size(), 2u);
  EXPECT_EQ(read.changes[0].why, Why::Width);
  EXPECT_EQ(read.changes[1].why, Why::Separator);
  EXPECT_EQ(read.changes[1].at, 9u);
  EXPECT_EQ(read.changes[1].to, "");
}

TEST(TypedCode, ThatIsRightIsLeftAlone) {
  const auto read = read_typed_code("91360000625912173B");
  EXPECT_TRUE(read.valid);
  EXPECT_TRUE(read.changes.empty());
  EXPECT_TRUE(read.candidates.empty());
}

// 8 for B at the end: offered, never put in.
TEST(TypedCode, ThatMayMeanAnotherIsOfferedAndNotGuessed) {
  const auto read = read_typed_code("913600006259121738");
  EXPECT_FALSE(read.valid);
  EXPECT_EQ(read.code, "913600006259121738");
  EXPECT_THAT(read.candidates, testing::Contains("91360000625912173B"));
  EXPECT_FALSE(credit_code_meant("913600006259121738"));
}

TEST(TypedCode, OfAStrangeKindSaysWhatIsWrong) {
  for (const auto* typed : {"", "1", "9136000062591217", "不是代码", "91360000625912173!"}) {
    const auto meant = credit_code_meant(typed);
    ASSERT_FALSE(meant) << typed;
    EXPECT_EQ(meant.error().mistakes.at(0).pointer, "/credit_code");
    EXPECT_FALSE(meant.error().mistakes.at(0).text.empty());
  }
}

}  // namespace
}  // namespace vermilion::service::accounts
