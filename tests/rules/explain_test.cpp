#include "rules/explain.hpp"

#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace vermilion::rules {
namespace {

using pipeline::FindingCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using tests::compiled;
using tests::rule_file;

constexpr std::array kFaint{FindingCode::SealFaint};
constexpr std::array kNoSeal{FindingCode::SealNone};
constexpr std::array kStrength{
    pipeline::ParameterDescription{"strength_min", "", 0.5, 0, 1, "strength at least", "强度至少"}};
constexpr std::array kChecks{
    pipeline::CheckDescription{"seal_strong", "the ink is strong", "印迹够浓", true, kFaint,
                               kStrength},
    pipeline::CheckDescription{"seal_present", "a seal is there", "有章", true, kNoSeal, {}},
};

constexpr const char* kPage = R"(document: page
name: {zh: 页, en: Page}
checks:
  - {rule: sealed, check: seal_present, source: [S1/2.16, S3/4.7], applicant: {zh: 请盖章。, en: Stamp it.}}
  - {rule: strong, check: seal_strong, source: S1/2.17}
  - {rule: asked, review: {zh: 是副本, en: It is the duplicate}, source: S1/2.16}
)";

Project project(const std::string& id, const std::string& override = "{}") {
  return compiled(
      rule_file(id, "project: " + id +
                        "\ndocuments: [{slot: letter, type: page, override: " + override +
                        "}]\ncompare:\n  - {rule: code, same: credit_code, in: [order, letter], "
                        "finding: USCC_NOT_EQUAL_ACCOUNT, source: S0/1.1}\n"),
      {rule_file("page", kPage)});
}

const std::vector<Project>& projects() {
  static const std::vector<Project> kProjects{
      project("fair"), project("market"),
      project("harbour", "{checks: [{rule: strong, with: {strength_min: 0.6}, level: block}]}")};
  return kProjects;
}

std::string told(std::string_view name, Language language = Language::English) {
  const auto explanation = explain(name, projects(), kChecks);
  return explanation ? text_of(*explanation, language) : "";
}

TEST(Explain, FindingIsToldWithItsCheckAndWhatProjectsSet) {
  const std::string text = told("SEAL_FAINT");
  EXPECT_THAT(text, testing::StartsWith("SEAL_FAINT  "));
  EXPECT_THAT(text, HasSubstr("Check seal_strong: the ink is strong\n"
                              "  strength_min = 0.5 (range 0–1): strength at least\n"));
  EXPECT_THAT(text, HasSubstr("Rule page/strong\n  Check: seal_strong\n  Source: S1/2.17\n"
                              "  Projects: fair, market\n"));
  EXPECT_THAT(text,
              HasSubstr("Rule page/strong\n  Check: seal_strong\n  Set to: strength_min = 0.6\n"
                        "  Level: must fix\n  Source: S1/2.17\n  Projects: harbour\n"));
}

TEST(Explain, RuleIsKnownByEveryNameItGoesBy) {
  for (const char* name : {"sealed", "page/sealed", "fair/page/sealed"}) {
    const auto explanation = explain(name, projects(), kChecks);
    ASSERT_TRUE(explanation) << name;
    EXPECT_THAT(explanation->codes, ElementsAre(FindingCode::SealNone)) << name;
    EXPECT_THAT(explanation->uses, SizeIs(std::string_view(name).starts_with("fair") ? 1 : 3));
  }
  EXPECT_THAT(told("sealed", Language::Chinese), HasSubstr("给经办人： 请盖章。"));
  EXPECT_THAT(told("sealed"), HasSubstr("Source: S1/2.16, S3/4.7"));
}

TEST(Explain, RuleAPersonAnswersIsItsQuestion) {
  const std::string text = told("asked");
  EXPECT_THAT(text, HasSubstr("A person answers: It is the duplicate"));
  EXPECT_THAT(text, Not(HasSubstr("Check")));
}

TEST(Explain, ComparisonIsFoundByItsNameAndByItsFinding) {
  for (const char* name : {"code", "USCC_NOT_EQUAL_ACCOUNT"}) {
    EXPECT_THAT(told(name), HasSubstr("Comparison code\n  Source: S0/1.1\n")) << name;
  }
}

// Whatever finds it, every code has its meaning and its remedy.
TEST(Explain, EveryFindingIsExplained) {
  for (const auto& kind : pipeline::finding_kinds()) {
    for (const Language language : {Language::Chinese, Language::English}) {
      EXPECT_THAT(told(kind.name, language), HasSubstr(std::string(kind.name) + "  "));
    }
  }
}

TEST(Explain, UnknownNameIsAnsweredWithTheNearest) {
  EXPECT_EQ(explain("SEAL_FAIMT", projects(), kChecks).error(), "SEAL_FAINT");
  EXPECT_EQ(explain("seald", projects(), kChecks).error(), "sealed");
  EXPECT_EQ(explain("nothing_like_it", projects(), kChecks).error(), std::nullopt);
}

}  // namespace
}  // namespace vermilion::rules
