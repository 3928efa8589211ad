#include "rules/warnings.hpp"

#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace vermilion::rules {
namespace {

using pipeline::CheckDescription;
using pipeline::FindingCode;
using pipeline::ParameterDescription;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::compiled;
using tests::rule_file;

constexpr std::array kBlur{FindingCode::ImgBlur};
constexpr std::array kSpreads{
    ParameterDescription{"edge_spread_warn_mm", "mm", 0.36, 0.1, 2, "", ""},
    ParameterDescription{"edge_spread_block_mm", "mm", 0.55, 0.1, 2, "", ""},
};
constexpr std::array kLowres{FindingCode::ImgLowres};
constexpr std::array kDpi{ParameterDescription{"dpi_warn", "dpi", 140, 50, 1200, "", ""},
                          ParameterDescription{"dpi_block", "dpi", 90, 50, 1200, "", ""}};
constexpr std::array kChecks{
    CheckDescription{"page_sharp", "", "", true, kBlur, kSpreads},
    CheckDescription{"page_resolution", "", "", true, kLowres, kDpi},
};

constexpr const char* kPage = R"(document: page
name: {zh: 页, en: Page}
checks:
  - {rule: sharp, check: page_sharp}
  - {rule: dense, check: page_resolution, when: variant == main}
)";

// A fair project whose one slot changes what it says.
struct Written {
  std::string slot;
  std::string project() const {
    return "project: fair\noperations: {new: {variants: {main: {fee: 1}, sub: {fee: 2}}}}\n"
           "documents:\n  - " +
           slot + "\n";
  }
};

std::vector<FileMistake> told(const Written& written, const char* page = kPage) {
  const auto project = compiled(rule_file("fair", written.project()), {rule_file("page", page)});
  return warnings(project, kChecks);
}

Written overriding(const std::string& rule) {
  return {"{slot: letter, type: page, override: {checks: [" + rule + "]}}"};
}

TEST(Warnings, WhatIsMeantHasNone) {
  EXPECT_THAT(told({"{slot: letter, type: page, when: operation == new}"}), IsEmpty());
}

struct Doubt {
  const char* name;
  std::string slot;
  MistakeCode code;
  const char* at;  // what the place begins with
};

class DoubtfulProject : public testing::TestWithParam<Doubt> {};

TEST_P(DoubtfulProject, IsToldAtItsPlace) {
  const Written written{GetParam().slot};
  const auto doubts = told(written);
  ASSERT_THAT(doubts, SizeIs(1));
  EXPECT_EQ(name(doubts[0].mistake.code), name(GetParam().code));
  EXPECT_TRUE(is_warning(doubts[0].mistake.code));
  EXPECT_EQ(doubts[0].file, "fair.yaml");
  EXPECT_EQ(written.project().find(GetParam().at, doubts[0].mistake.span.begin),
            doubts[0].mistake.span.begin);
}

INSTANTIATE_TEST_SUITE_P(
    Warnings, DoubtfulProject,
    testing::Values(
        Doubt{"SlotNoOrderWants",
              "{slot: letter, type: page, when: variant == main and variant == sub}",
              MistakeCode::ConditionNever, "variant == main and"},
        Doubt{"RuleNoOrderMeets",
              "{slot: letter, type: page, when: variant == sub, override: {checks: [{rule: sharp, "
              "when: variant == main}]}}",
              MistakeCode::ConditionNever, "variant == main}"},
        Doubt{"WarnBoundPastTheBlockBound",
              overriding("{rule: sharp, with: {edge_spread_warn_mm: 0.6}}").slot,
              MistakeCode::ThresholdShadowed, "0.6}"},
        Doubt{"BlockBoundBeforeTheWarnBound",
              overriding("{rule: sharp, with: {edge_spread_block_mm: 0.3}}").slot,
              MistakeCode::ThresholdShadowed, "0.3}"},
        Doubt{"BoundsThatAreTheSame", overriding("{rule: dense, with: {dpi_warn: 90}}").slot,
              MistakeCode::ThresholdShadowed, "90}"},
        Doubt{"SameCheckAtTheSameLevel",
              overriding("{rule: again, check: page_sharp, with: {edge_spread_warn_mm: 0.2}}").slot,
              MistakeCode::RuleShadowed, "{rule: again"},
        Doubt{"SameCheckAtTheSameBounds",
              overriding("{rule: again, check: page_sharp, level: block}").slot,
              MistakeCode::RuleShadowed, "{rule: again"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Warnings, TwoGradesOfOneCheckAreMeant) {
  EXPECT_THAT(told(overriding("{rule: very, check: page_sharp, level: block, with: "
                              "{edge_spread_warn_mm: 0.5}}")),
              IsEmpty());
}

TEST(Warnings, RulesOfOrdersThatNeverMeetDoNotSayAgain) {
  EXPECT_THAT(told(overriding("{rule: again, check: page_resolution, when: variant == sub}")),
              IsEmpty());
}

TEST(Warnings, RuleThatOnlyRecordsDoesNotSayAgain) {
  EXPECT_THAT(told(overriding("{rule: again, check: page_sharp, mode: log}")), IsEmpty());
}

TEST(Warnings, SharedTypeMayAskForAVariantTheProjectLacks) {
  EXPECT_THAT(told({"{slot: letter, type: page, when: variant == sub}"}), IsEmpty());
}

TEST(Warnings, DocumentNoRuleLooksAtIsTold) {
  const auto doubts =
      told({"{slot: letter, type: page}"}, "document: page\nname: {zh: 甲, en: a}\nchecks: []\n");
  ASSERT_THAT(doubts, SizeIs(1));
  EXPECT_EQ(doubts[0].mistake.code, MistakeCode::DocumentUnchecked);
}

}  // namespace
}  // namespace vermilion::rules
