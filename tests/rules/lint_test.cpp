#include "rules/lint.hpp"

#include "pipeline/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace vermilion::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using yaml::Source;

constexpr std::array kNoSeal{pipeline::FindingCode::SealNone};
constexpr std::array kChecks{
    pipeline::CheckDescription{"seal_present", "a seal", "章", true, kNoSeal, {}}};

const Source kPage{"documents/page.yaml", R"(document: page
name: {zh: 页, en: Page}
checks:
  - {rule: sealed, check: seal_present, source: S1/2.16}
)"};
const Source kCases{"projects/fair.test.yaml", R"(project: fair
cases:
  - {name: 没有章, slot: letter, sample: {document: id_card}, must: [SEAL_NONE]}
)"};

Source fair(const std::string& type = "page", const std::string& name = "{zh: 示例, en: Example}") {
  return {"projects/fair.yaml", R"(project: fair
name: )" + name + R"(
source: S1
scope: {zh: 示例, en: Example}
verification: {legal_person: false, source: S1/2.10}
payment: {methods: [wechat]}
freight: {to_us: applicant, to_applicant: unset}
sla: {making: 2, source: S1/2.36}
operations:
  new: {source: S1, variants: {main: {name: {zh: 主锁, en: main}, fee: 1, source: S1}}}
documents:
  - {slot: letter, type: )" + type + R"(, source: S1}
paper: [{slot: letter, source: S1}]
)"};
}

std::vector<std::string> codes(const std::vector<std::vector<Mistake>>& by_file) {
  std::vector<std::string> codes;
  for (const auto& mistakes : by_file) {
    for (const auto& mistake : mistakes) codes.emplace_back(name(mistake.code));
  }
  return codes;
}

std::vector<std::string> told(const std::vector<Source>& files,
                              const std::vector<Source>& beside = {}) {
  const schema::Surroundings around{.checks = kChecks, .samples = {"id_card"}};
  const auto by_file = lint(files, beside, around);
  EXPECT_EQ(by_file.size(), files.size());
  return codes(by_file);
}

TEST(Lint, FilesThatAreInOrderAreNotTold) {
  EXPECT_THAT(told({kPage, fair(), kCases}), IsEmpty());
}

TEST(Lint, MistakeIsToldAndNoWarningBesideIt) {
  EXPECT_THAT(told({kPage, fair("pgae")}), ElementsAre("DOCUMENT_UNKNOWN"));
}

TEST(Lint, RuleWithoutACaseIsWarnedOfInTheFileThatWritesIt) {
  const schema::Surroundings around{.checks = kChecks, .samples = {"id_card"}};
  const auto by_file = lint(std::vector{kPage, fair()}, {}, around);
  ASSERT_EQ(by_file[0].size(), 1u);
  EXPECT_EQ(name(by_file[0][0].code), "RULE_UNTRIED");
  EXPECT_THAT(by_file[1], IsEmpty());
}

TEST(Lint, FilesBesideAreLookedIntoAndNotToldOf) {
  EXPECT_THAT(told({kPage}, {fair(), kCases}), IsEmpty());
  EXPECT_THAT(told({fair()}, {kPage}), IsEmpty());
  EXPECT_THAT(told({kPage}, {fair()}), ElementsAre("RULE_UNTRIED"));
}

TEST(Lint, NothingIsWarnedOfWhereFilesBesideAreBroken) {
  EXPECT_THAT(told({kPage}, {fair("pgae")}), IsEmpty());
}

TEST(Lint, TextsAreLookedAt) {
  EXPECT_THAT(told({kPage, fair("page", "{zh: 示例, en: 示例}"), kCases}),
              ElementsAre("TRANSLATION_MISSING"));
}

TEST(Lint, FileThatIsNoYamlIsAMistakeOfItsOwn) {
  EXPECT_THAT(told({kPage, fair(), kCases, {"projects/b.yaml", "project: [\n"}}),
              ElementsAre("YAML_SYNTAX"));
}

}  // namespace
}  // namespace vermilion::rules
