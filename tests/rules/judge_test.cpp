#include "rules/judge.hpp"

#include <gtest/gtest.h>

#include <bitset>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;
using pipeline::Level;

Finding at_level(Level level) {
  Finding finding = pipeline::finding(FindingCode::ImgBlur);
  finding.level = level;
  return finding;
}

pipeline::Report readable(std::vector<Finding> findings) {
  pipeline::Report report;
  report.readable = true;
  report.findings = std::move(findings);
  return report;
}

pipeline::Report with_code(std::string value) {
  pipeline::Report report = readable({});
  report.facts.credit_code = {.value = std::move(value), .box = {1, 2, 3, 4}};
  return report;
}

// Every set of levels, readable or not: the whole table.
TEST(Judge, VerdictFollowsFromTheGravestLevelAlone) {
  for (unsigned set = 0; set < 16; ++set) {
    const std::bitset<4> has(set);
    pipeline::Report report;
    report.readable = has[3];
    if (has[0]) report.findings.push_back(at_level(Level::Note));
    if (has[1]) report.findings.push_back(at_level(Level::Warn));
    if (has[2]) report.findings.push_back(at_level(Level::Block));
    const Verdict expected = !has[3]  ? Verdict::Unreadable
                             : has[2] ? Verdict::Reject
                             : has[1] ? Verdict::Refer
                                      : Verdict::Accept;
    EXPECT_EQ(judge(report, {}).verdict, expected) << has;
  }
}

TEST(Judge, OrderOfTheFindingsDoesNotMatter) {
  const auto forth = readable({at_level(Level::Block), at_level(Level::Note)});
  const auto back = readable({at_level(Level::Note), at_level(Level::Block)});
  EXPECT_EQ(judge(forth, {}).verdict, judge(back, {}).verdict);
}

TEST(Judge, RuleThatSoftensALevelSoftensTheVerdict) {
  Finding none = pipeline::finding(FindingCode::SealNone);
  EXPECT_EQ(judge(readable({none}), {}).verdict, Verdict::Reject);
  none.level = Level::Warn;
  EXPECT_EQ(judge(readable({none}), {}).verdict, Verdict::Refer);
}

TEST(Judge, CodeOfTheOrderIsFine) {
  const auto judged = judge(with_code("91360000625912173B"), {.credit_code = "91360000625912173B"});
  EXPECT_EQ(judged.verdict, Verdict::Accept);
  EXPECT_TRUE(judged.findings.empty());
}

TEST(Judge, CodeOfAnotherOrganisationRejectsAndShowsBoth) {
  const auto judged = judge(with_code("91110108551385082Q"), {.credit_code = "91360000625912173B"});
  EXPECT_EQ(judged.verdict, Verdict::Reject);
  ASSERT_EQ(judged.findings.size(), 1u);
  const Finding& different = judged.findings.front();
  EXPECT_EQ(different.code, FindingCode::UsccNotEqualAccount);
  EXPECT_EQ(different.box, (pipeline::Box{1, 2, 3, 4}));
  EXPECT_EQ(different.words.at("read"), "91110108551385082Q");
  EXPECT_EQ(different.words.at("expected"), "91360000625912173B");
}

// Report on a page whose code is not the order's, and how likely the print shows either.
pipeline::Report with_likelihoods(double expected, double read) {
  pipeline::Report report = with_code("91110108551385082Q");
  report.facts.expected_code = {
      .value = "91360000625912173B", .likelihood = expected, .likelihood_read = read};
  return report;
}

TEST(Judge, CodeThatDiffersSaysWhereAndHowLikelyEitherIs) {
  const auto judged =
      judge(with_likelihoods(0.00000001, 0.98765), {.credit_code = "91360000625912173B"});
  ASSERT_EQ(judged.findings.size(), 1u);
  const Finding& different = judged.findings.front();
  EXPECT_EQ(different.level, Level::Block);
  EXPECT_EQ(different.words.at("expected_likelihood"), "<0.01%");
  EXPECT_EQ(different.words.at("read_likelihood"), "98.77%");
  EXPECT_EQ(different.words.at("differences"),
            "3: 1/3, 4: 1/6, 6: 1/0, 8: 8/0, 9: 5/6, 10: 5/2, 11: 1/5, 12: 3/9, 13: 8/1, 14: 5/2, "
            "15: 0/1, 16: 8/7, 17: 2/3, 18: Q/B");
}

TEST(Judge, OneCharacterThatDiffersIsMarkedAlone) {
  const auto judged = judge(with_code("913600006259121738"), {.credit_code = "91360000625912173B"});
  ASSERT_EQ(judged.findings.size(), 1u);
  EXPECT_EQ(judged.findings.front().words.at("differences"), "18: 8/B");
}

TEST(Judge, CodesOfDifferentLengthsDifferWhereOneEnds) {
  const auto judged = judge(with_code("91360000625912173B"), {.credit_code = "91360000625912173"});
  ASSERT_EQ(judged.findings.size(), 1u);
  EXPECT_EQ(judged.findings.front().words.at("differences"), "18: B/-");
}

TEST(Judge, LikelihoodsNobodyMeasuredAreUnknown) {
  const auto judged = judge(with_code("91110108551385082Q"), {.credit_code = "91360000625912173B"});
  EXPECT_EQ(judged.findings.front().words.at("expected_likelihood"), "unknown");
}

// The symbol says one code, the print looks like the other.
TEST(Judge, ReadersThatContradictEachOtherAreForAPerson) {
  const auto judged = judge(with_likelihoods(0.9, 0.001), {.credit_code = "91360000625912173B"});
  ASSERT_EQ(judged.findings.size(), 1u);
  EXPECT_EQ(judged.verdict, Verdict::Refer);
}

TEST(Judge, PictureThatShowsTheOrdersCodeBesideAnotherIsForAPerson) {
  auto report = with_code("91110108551385082Q");
  report.facts.credit_code->alternatives = {"91360000625912173B"};
  EXPECT_EQ(judge(report, {.credit_code = "91360000625912173B"}).verdict, Verdict::Refer);
}

TEST(Judge, NothingIsHeldAgainstACodeNobodyRead) {
  EXPECT_EQ(judge(readable({}), {.credit_code = "91360000625912173B"}).verdict, Verdict::Accept);
}

TEST(Judge, NothingIsHeldAgainstAnOrderThatKnowsNoCode) {
  EXPECT_EQ(judge(with_code("91110108551385082Q"), {}).verdict, Verdict::Accept);
}

TEST(Judge, FindingsOfTheReportComeFirst) {
  auto report = with_code("91110108551385082Q");
  report.findings = {at_level(Level::Note)};
  const auto judged = judge(report, {.credit_code = "91360000625912173B"});
  ASSERT_EQ(judged.findings.size(), 2u);
  EXPECT_EQ(judged.findings[0].code, FindingCode::ImgBlur);
  EXPECT_EQ(judged.findings[1].code, FindingCode::UsccNotEqualAccount);
}

TEST(Verdict, NamesAreThoseOfTheContract) {
  EXPECT_EQ(name(Verdict::Accept), "accept");
  EXPECT_EQ(name(Verdict::Refer), "refer");
  EXPECT_EQ(name(Verdict::Reject), "reject");
  EXPECT_EQ(name(Verdict::Unreadable), "unreadable");
}

}  // namespace
}  // namespace vermilion::rules
