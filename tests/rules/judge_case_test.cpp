#include "rules/judge_case.hpp"

#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::compiled;
using tests::rule_file;

constexpr const char* kPaper = R"(document: paper
name: {zh: 复印件, en: Copy}
kinds: [business_licence]
signed: [{by: organisation, with: [seal]}]
checks:
  - {rule: sealed, check: seal_present}
  - {rule: sharp, check: page_sharp}
  - {rule: straight, check: page_straight, mode: log}
)";
constexpr const char* kElectronic = R"(document: electronic
name: {zh: 电子执照, en: Electronic}
kinds: [electronic_licence]
checks:
  - {rule: bright, check: page_bright}
)";
constexpr const char* kFair = R"(project: fair
name: {zh: 示例, en: Example}
verification: {legal_person: true}
operations:
  new: {variants: {main: {fee: 1}}}
documents:
  - {slot: copy, type: paper}
  - {slot: licence, any_of: [{type: electronic}, {type: paper}]}
)";

const Project& fair() {
  static const Project kProject = compiled(
      rule_file("fair", kFair), {rule_file("paper", kPaper), rule_file("electronic", kElectronic)});
  return kProject;
}

Finding by(FindingCode code, std::string rule) {
  Finding finding = pipeline::finding(code);
  finding.rule = "fair/paper/" + std::move(rule);
  return finding;
}

pipeline::Report report_with(std::vector<Finding> findings) {
  pipeline::Report report{.bytes = 900, .readable = true, .image = pipeline::ImageFact{}};
  report.findings = std::move(findings);
  return report;
}

Case case_that_expects(Expectation expected) {
  return {.documents = {{.slot = "copy"}}, .expected = std::move(expected)};
}

CaseDifference difference_of(Expectation expected, std::vector<Finding> findings) {
  const Case each = case_that_expects(std::move(expected));
  const std::vector reports{report_with(std::move(findings))};
  return difference(each, judge_case(fair(), each, reports));
}

const Finding kBlur = by(FindingCode::ImgBlur, "sharp");
const Finding kUnsealed = by(FindingCode::SealNone, "sealed");
const Finding kSkewed = by(FindingCode::ImgSkew, "straight");

TEST(JudgeCase, WhatIsAsExpectedHolds) {
  EXPECT_TRUE(difference_of({.verdict = Verdict::Accept}, {}).holds());
  EXPECT_TRUE(difference_of({.must = {"IMG_BLUR"}, .verdict = Verdict::Refer}, {kBlur}).holds());
  EXPECT_TRUE(difference_of({.must = {"sharp"}, .must_not = {"SEAL_NONE"}}, {kBlur}).holds());
  EXPECT_TRUE(difference_of({.todo = {"SEAL_NONE"}}, {kBlur}).holds());
}

TEST(JudgeCase, WhatIsMissingIsNamedAlone) {
  const auto told = difference_of({.must = {"IMG_BLUR", "SEAL_NONE", "sealed"}}, {kBlur});
  EXPECT_THAT(told.missing, ElementsAre("SEAL_NONE", "sealed"));
  EXPECT_THAT(told.unexpected, IsEmpty());
  EXPECT_FALSE(told.holds());
}

TEST(JudgeCase, WhatMustNotBeFoundIsNamed) {
  EXPECT_THAT(difference_of({.must_not = {"IMG_BLUR", "SEAL_NONE"}}, {kBlur}).unexpected,
              ElementsAre("IMG_BLUR"));
}

TEST(JudgeCase, VerdictGraverThanExpectedNamesWhatMakesItSo) {
  const auto told =
      difference_of({.must = {"IMG_BLUR"}, .verdict = Verdict::Refer}, {kBlur, kUnsealed});
  EXPECT_EQ(told.verdict, Verdict::Reject);
  EXPECT_THAT(told.unexpected, ElementsAre("SEAL_NONE"));
}

TEST(JudgeCase, VerdictMilderThanExpectedHasNothingToName) {
  const auto told = difference_of({.verdict = Verdict::Reject}, {kBlur});
  EXPECT_EQ(told.verdict, Verdict::Refer);
  EXPECT_THAT(told.unexpected, IsEmpty());
}

TEST(JudgeCase, TodoThatIsFoundDoesNotHold) {
  const auto told = difference_of({.todo = {"IMG_BLUR"}}, {kBlur});
  EXPECT_THAT(told.found_todo, ElementsAre("IMG_BLUR"));
  EXPECT_FALSE(told.holds());
}

TEST(JudgeCase, RuleThatOnlyRecordsIsHeardByItsName) {
  EXPECT_TRUE(difference_of({.must = {"straight"}, .verdict = Verdict::Accept}, {kSkewed}).holds());
  EXPECT_THAT(difference_of({.must = {"IMG_SKEW"}}, {kSkewed}).missing, ElementsAre("IMG_SKEW"));
}

TEST(JudgeCase, AlternativeThatIsNotTheOneMeantIsTold) {
  Case each{.documents = {{.slot = "licence", .alternative = "paper"}}};
  auto report = report_with({});
  const auto told = [&](std::string kind) {
    report.facts.document = {.kind = std::move(kind)};
    return difference(each, judge_case(fair(), each, {&report, 1})).type;
  };
  EXPECT_EQ(told("business_licence"), "");
  EXPECT_EQ(told("electronic_licence"), "electronic");
}

TEST(JudgeCase, OrderIsJudgedWithAllItsDocuments) {
  const Case each{.order = {.operation = "new", .legal_person_verified = false},
                  .documents = {{.slot = "copy"}},
                  .whole_order = true,
                  .expected = {.must = {"VERIFY_NOT_DONE", "SEAL_NONE", "DOC_MISSING"}}};
  const auto judged = judge_case(fair(), each, std::vector{report_with({kUnsealed})});
  EXPECT_EQ(judged.verdict, Verdict::Reject);
  EXPECT_EQ(judged.type, "");
  EXPECT_TRUE(difference(each, judged).holds());
}

TEST(JudgeCase, OrderWithoutDocumentsIsJudgedByItself) {
  const Case each{.order = {.legal_person_verified = false},
                  .whole_order = true,
                  .expected = {.must = {"VERIFY_NOT_DONE"}}};
  EXPECT_TRUE(difference(each, judge_case(fair(), each, {})).holds());
}

TEST(JudgeCase, PipelineIsToldTheCodeOfTheOrder) {
  const Case each{.order = {.credit_code = "91360000625912173B"}, .documents = {{.slot = "copy"}}};
  const auto plan = plan_of(fair(), each, each.documents[0]);
  EXPECT_EQ(plan.expected_code, "91360000625912173B");
  EXPECT_EQ(plan.checks.size(), 3u);
}

}  // namespace
}  // namespace vermilion::rules
