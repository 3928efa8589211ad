#include "rules/rejudge.hpp"

#include "pipeline/decide.hpp"
#include "pipeline/limits.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <set>

namespace vermilion::rules {
namespace {

using pipeline::CheckDescription;
using pipeline::FindingCode;
using pipeline::Level;
using testing::ElementsAre;
using tests::compiled;
using tests::rule_file;

constexpr std::array kBlur{FindingCode::ImgBlur};
constexpr std::array kCode{FindingCode::UsccUnreadable};
constexpr std::array kKind{FindingCode::DocWrongKind};
constexpr std::array<std::string_view, 1> kSpread{"edge_spread_mm"};
constexpr std::array kSpreadMax{
    pipeline::ParameterDescription{"edge_spread_max_mm", "mm", 0.4, 0, 2, "", ""}};

std::optional<pipeline::Finding> wide(const pipeline::Measurement& measured,
                                      const pipeline::Parameters& parameters) {
  return if_above(measured, "edge_spread_mm", parameters, "edge_spread_max_mm");
}

constexpr std::array kChecks{
    CheckDescription{.id = "page_sharp",
                     .general = true,
                     .finds = kBlur,
                     .parameters = kSpreadMax,
                     .measures = kSpread,
                     .decide = wide},
    CheckDescription{.id = "credit_code_readable", .general = true, .finds = kCode},
    CheckDescription{.id = "document_kind_matches", .general = false, .finds = kKind},
};

// A project of one document with these rules.
Project project_with(const std::string& checks, const std::string& more = "",
                     const std::string& compare = "") {
  return compiled(rule_file("fair",
                            "project: fair\nname: {zh: 示例, en: Example}\n"
                            "operations: {new: {variants: {main: {fee: 1}, sub: {fee: 1}}}}\n"
                            "documents: [{slot: copy, type: paper}]\n" +
                                compare),
                  {rule_file("paper", "document: paper\nname: {zh: 复印件, en: Copy}\n" + more +
                                          "checks:\n" + checks)});
}

// A page as sharp as that, looked at for the check page_sharp alone.
StoredReport blurred(double spread_mm) {
  StoredReport stored;
  stored.report.bytes = 1'000;
  stored.report.readable = true;
  stored.report.image = pipeline::ImageFact{};
  stored.report.asked.max_bytes = pipeline::limits::kFileBytes;
  stored.report.measurements["page_sharp"] = {
      {.code = FindingCode::ImgBlur, .values = {{"edge_spread_mm", spread_mm}}}};
  return stored;
}

auto judged(const Project& project, const StoredReport& stored) {
  return rejudge(project, project.slots.front(), stored, kChecks);
}

std::vector<Gap> gaps(const Project& project, const StoredReport& stored) {
  const auto judgement = judged(project, stored);
  return judgement ? std::vector<Gap>{} : judgement.error();
}

TEST(Rejudge, ThresholdOfTheRuleDecides) {
  const auto strict =
      project_with("  - {rule: sharp, check: page_sharp, with: {edge_spread_max_mm: 0.3}}\n");
  const auto judgement = judged(strict, blurred(0.35));
  ASSERT_TRUE(judgement);
  EXPECT_EQ(judgement->verdict, Verdict::Refer);
  ASSERT_EQ(judgement->findings.size(), 1u);
  EXPECT_EQ(judgement->findings.front().rule, "fair/paper/sharp");
  EXPECT_EQ(judgement->findings.front().threshold, 0.3);
  const auto lax = project_with("  - {rule: sharp, check: page_sharp}\n");
  EXPECT_EQ(judged(lax, blurred(0.35))->verdict, Verdict::Accept);
}

TEST(Rejudge, LevelOfTheRuleDecidesTheVerdict) {
  const auto block = project_with("  - {rule: sharp, check: page_sharp, level: block}\n");
  EXPECT_EQ(judged(block, blurred(0.5))->verdict, Verdict::Reject);
}

TEST(Rejudge, FindingsOfTheFileStayAndThoseOfTheOldRulesGo) {
  auto stored = blurred(0.1);
  stored.report.findings = {pipeline::finding(FindingCode::FmtMismatch)};
  stored.report.findings.front().check = "intake";
  stored.judgement.findings = stored.report.findings;
  stored.judgement.findings.push_back(pipeline::finding(FindingCode::SealNone));
  const auto judgement = judged(project_with("  - {rule: sharp, check: page_sharp}\n"), stored);
  ASSERT_TRUE(judgement);
  ASSERT_EQ(judgement->findings.size(), 1u);
  EXPECT_EQ(judgement->findings.front().code, FindingCode::FmtMismatch);
}

TEST(Rejudge, WhatWasNotMeasuredIsAGapAndNoVerdict) {
  const auto project = project_with(
      "  - {rule: sharp, check: page_sharp}\n  - {rule: code, check: credit_code_readable}\n");
  EXPECT_THAT(gaps(project, blurred(0.1)),
              ElementsAre(Gap{Gap::Kind::NotMeasured, "fair/paper/code", "credit_code_readable"}));
}

TEST(Rejudge, RuleThatCannotApplyNeedsNoMeasurement) {
  const auto project =
      project_with("  - {rule: code, check: credit_code_readable, when: variant == main}\n");
  auto stored = blurred(0.1);
  EXPECT_EQ(gaps(project, stored).size(), 1u);
  stored.judgement.order.variant = "sub";
  EXPECT_TRUE(judged(project, stored));
}

TEST(Rejudge, ValueOfAnotherProgramThatIsNotThereIsAGap) {
  auto stored = blurred(0.1);
  stored.report.measurements["page_sharp"].front().values = {{"blur", 1}};
  EXPECT_THAT(gaps(project_with("  - {rule: sharp, check: page_sharp}\n"), stored),
              ElementsAre(Gap{Gap::Kind::ValueMissing, "fair/paper/sharp", "edge_spread_mm"}));
}

TEST(Rejudge, CodeOfAnotherProgramIsAGap) {
  auto stored = blurred(0.1);
  stored.report.measurements["page_sharp"].front().code = FindingCode::SealNone;
  EXPECT_THAT(gaps(project_with("  - {rule: sharp, check: page_sharp}\n"), stored),
              ElementsAre(Gap{Gap::Kind::ValueMissing, "fair/paper/sharp", "SEAL_NONE"}));
}

TEST(Rejudge, CodeThatWasReadWithAnotherExpectedIsAGap) {
  const auto project = project_with("  - {rule: code, check: credit_code_readable}\n");
  auto stored = blurred(0.1);
  stored.report.measurements["credit_code_readable"] = {};
  stored.judgement.order.credit_code = "91360000625912173B";
  EXPECT_THAT(gaps(project, stored),
              ElementsAre(Gap{Gap::Kind::OtherCode, "fair/paper/code", "91360000625912173B"}));
  stored.report.asked.expected_code = "91360000625912173B";
  EXPECT_TRUE(judged(project, stored));
}

StoredReport refused(std::size_t bytes, std::size_t max_bytes) {
  StoredReport stored;
  stored.report.bytes = bytes;
  stored.report.asked.max_bytes = max_bytes;
  return stored;
}

TEST(Rejudge, FileThatWasTooLargeMustBeLookedAtOnceItIsTaken) {
  const std::string rule = "  - {rule: sharp, check: page_sharp}\n";
  const auto larger = project_with(rule, "files: {max_bytes: 3000}\n");
  EXPECT_THAT(gaps(larger, refused(2'000, 1'000)), ElementsAre(Gap{Gap::Kind::TooLarge}));
  const auto judgement = judged(larger, refused(4'000, 1'000));
  ASSERT_TRUE(judgement);
  EXPECT_EQ(judgement->verdict, Verdict::Unreadable);
  EXPECT_EQ(judgement->findings.front().code, FindingCode::FmtSize);
}

TEST(Rejudge, FileThatWasRefusedForAnotherReasonStaysRefused) {
  auto stored = refused(2'000, 0);  // by a program that did not keep what it was asked
  stored.report.findings = {pipeline::finding(FindingCode::ImgCorrupt)};
  stored.report.findings.front().check = "decode";
  const auto larger =
      project_with("  - {rule: sharp, check: page_sharp}\n", "files: {max_bytes: 3000}\n");
  EXPECT_EQ(judged(larger, stored)->verdict, Verdict::Unreadable);
}

TEST(Rejudge, FileThatIsTooLargeNowIsNotReadable) {
  const auto smaller =
      project_with("  - {rule: sharp, check: page_sharp}\n", "files: {max_bytes: 500}\n");
  const auto judgement = judged(smaller, blurred(0.9));
  ASSERT_TRUE(judgement);
  EXPECT_EQ(judgement->verdict, Verdict::Unreadable);
  ASSERT_EQ(judgement->findings.size(), 1u);
  EXPECT_EQ(judgement->findings.front().code, FindingCode::FmtSize);
}

// An inspection that reads no code holds none against the order.
TEST(Rejudge, FactsNoRuleHasLookedForAreNotJudged) {
  const std::string compare =
      "compare: [{rule: account, same: credit_code, in: [order, copy], finding: "
      "USCC_NOT_EQUAL_ACCOUNT}]\n";
  auto stored = blurred(0.1);
  stored.report.facts.credit_code = {.value = "91360000625912173B"};
  stored.report.measurements["credit_code_readable"] = {};
  stored.judgement.order.credit_code = "913600006259121738";
  stored.report.asked.expected_code = "913600006259121738";
  const auto reads = project_with("  - {rule: code, check: credit_code_readable}\n", "", compare);
  EXPECT_EQ(judged(reads, stored)->verdict, Verdict::Reject);
  const auto does_not = project_with("  - {rule: sharp, check: page_sharp}\n", "", compare);
  EXPECT_EQ(judged(does_not, stored)->verdict, Verdict::Accept);
}

TEST(Rejudge, FactNoReportKeepsIsAGapWhereItIsCompared) {
  const auto project = project_with("  - {rule: sharp, check: page_sharp}\n", "",
                                    "compare: [{rule: agent, same: agent_id, in: [order, copy], "
                                    "finding: AGENT_NAME_MISMATCH}]\n");
  EXPECT_THAT(gaps(project, blurred(0.1)),
              ElementsAre(Gap{Gap::Kind::NotKept, "fair/agent", "agent_id"}));
}

TEST(Rejudge, InputWithoutAReportIsAGap) {
  StoredReport stored;
  stored.failure = "No such file";
  EXPECT_THAT(gaps(project_with("  - {rule: sharp, check: page_sharp}\n"), stored),
              ElementsAre(Gap{Gap::Kind::NoReport}));
}

TEST(Gap, EveryKindHasItsNameAndItsSentenceInBothLanguages) {
  std::vector<std::string> said;
  for (int i = 0; !name(static_cast<Gap::Kind>(i)).empty(); ++i) {
    const Gap gap{static_cast<Gap::Kind>(i), "p/t/r", "page_sharp"};
    for (const auto language : {Language::Chinese, Language::English}) {
      EXPECT_FALSE(sentence(gap, language).empty());
      said.push_back(sentence(gap, language));
    }
  }
  EXPECT_EQ(said.size(), 12u);
  EXPECT_EQ(std::set<std::string>(said.begin(), said.end()).size(), said.size());
}

}  // namespace
}  // namespace vermilion::rules
