#include "pipeline/text/likeness.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <vector>

namespace vermilion::pipeline::text {
namespace {

struct Case {
  const char* situation;
  const char32_t* text;
  const char32_t* reading;
  double likeness;
};
void PrintTo(const Case& each, std::ostream* out) {
  *out << each.situation;
}

class LikenessOf : public testing::TestWithParam<Case> {};

TEST_P(LikenessOf, ShareOfTheTextIsBorneOut) {
  const Alignment found = align(GetParam().text, GetParam().reading);
  EXPECT_DOUBLE_EQ(likeness(std::span(&found, 1)), GetParam().likeness);
}

INSTANTIATE_TEST_SUITE_P(
    Text, LikenessOf,
    testing::Values(Case{"Same", U"甲乙丙丁", U"甲乙丙丁", 1},
                    Case{"AfterItsLabel", U"甲乙丙丁", U"名称甲乙丙丁", 1},
                    Case{"OneOther", U"甲乙丙丁", U"甲乙戊丁", 0.75},
                    Case{"OneMissing", U"甲乙丙丁", U"甲乙丁", 0.75},
                    Case{"OneExtra", U"甲乙丙丁", U"甲乙戊丙丁", 0.75},
                    Case{"NothingOfIt", U"甲乙丙丁", U"一二三四五六", 0},
                    Case{"NothingRead", U"甲乙丙丁", U"", 0},
                    Case{"BracketTakenForAnother", U"甲(乙)丙丁", U"甲工乙)丙丁", 1},
                    Case{"BracketBesideAWrongOne", U"甲(乙)丙丁", U"戊工乙)丙丁", 4.0 / 6}),
    [](const auto& test) { return test.param.situation; });

TEST(Likeness, SeveralReadingsBearOutWhatAnyOfThemHas) {
  const std::vector<Alignment> readings{align(U"甲乙丙丁", U"甲己丙丁"),
                                        align(U"甲乙丙丁", U"甲乙丙戊")};
  EXPECT_DOUBLE_EQ(likeness(readings), 1);
}

TEST(Likeness, ExtraInOneReadingAloneIsTheReadersAndNotThePapers) {
  const std::vector<Alignment> readings{align(U"甲乙丙丁", U"甲乙戊丙丁"),
                                        align(U"甲乙丙丁", U"甲乙丙己")};
  EXPECT_DOUBLE_EQ(likeness(readings), 1);
}

TEST(Alignments, TellThePartOfTheReadingTheTextStandsIn) {
  const Alignment found = align(U"甲乙丙", U"名称甲乙丙有限");
  EXPECT_EQ(found.begin, 2u);
  EXPECT_EQ(found.end, 5u);
}

}  // namespace
}  // namespace vermilion::pipeline::text
