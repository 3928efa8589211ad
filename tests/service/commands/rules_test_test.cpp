#include "service/commands/rules_test.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "tests/support/outcomes.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <sstream>
#include <stdexcept>

namespace vermilion::service::commands {
namespace {

using cli::ExitCode;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kPage = R"(document: page
name: {zh: 页, en: Page}
checks:
  - {rule: sealed, check: seal_present, source: S1/2.16}
)";
constexpr const char* kFair = R"(project: fair
name: {zh: 示例, en: Example}
source: S1
scope: {zh: 示例, en: Example}
verification: {legal_person: false, source: S1/2.10}
payment: {methods: [wechat]}
freight: {to_us: applicant, to_applicant: unset}
sla: {making: 2, source: S1/2.36}
operations:
  new: {source: S1, variants: {main: {name: {zh: 主锁, en: main}, fee: 1, source: S1}}}
documents:
  - {slot: letter, type: page, source: S1}
paper: [{slot: letter, source: S1}]
)";
constexpr const char* kUnsealed = R"(project: fair
cases:
  - name: unsealed
    slot: letter
    sample: {document: id_card, dpi: 50}
    must: [SEAL_NONE]
    verdict: reject
)";

// The command on files of its own; the pipeline finds no seal on anything.
struct Desk {
  tests::TemporaryFolder folder;
  RulesTestOptions options;
  std::ostringstream out;
  std::ostringstream err;
  bool throws = false;
  std::atomic<int> inspected = 0;

  Desk() {
    folder.write("documents/page.yaml", kPage);
    folder.write("projects/fair.yaml", kFair);
    options.rules = folder.path();
    options.language = rules::Language::English;
    options.jobs = 2;
  }

  void cases(const std::string& text) { folder.write("projects/fair.test.yaml", text); }

  ExitCode test() {
    cli::Console console{stdin, out, err};
    return rules_test(options, pipeline(), console);
  }

  Pipeline pipeline() {
    return {.checks = pipeline::check_descriptions(),
            .make_inspect_by_plan = [this](const auto&) -> pipeline::Result<cases::InspectByPlan> {
              return [this](auto, std::string_view file, const pipeline::Plan& plan) {
                ++inspected;
                if (throws) throw std::runtime_error("the reader broke");
                auto unsealed = pipeline::finding(pipeline::FindingCode::SealNone);
                unsealed.rule = plan.checks.at(0).rule;
                return tests::a_readable_report(std::string(file), {unsealed});
              };
            }};
  }
};

TEST(RulesTest, CasesThatHoldAreAccepted) {
  Desk desk;
  desk.cases(kUnsealed);
  EXPECT_EQ(desk.test(), ExitCode::Accepted) << desk.err.str();
  EXPECT_THAT(desk.out.str(), IsEmpty());
  EXPECT_THAT(desk.err.str(), HasSubstr("1 cases: 1 held"));
  EXPECT_EQ(desk.inspected, 1);
}

TEST(RulesTest, CaseThatFailsIsADefect) {
  Desk desk;
  std::string text = kUnsealed;
  desk.cases(text.replace(text.find("SEAL_NONE"), 9, "SEAL_FAINT"));
  EXPECT_EQ(desk.test(), ExitCode::Defects);
  EXPECT_THAT(desk.out.str(),
              HasSubstr("fair.test.yaml:3: failed: unsealed\n  not found: SEAL_FAINT"));
}

TEST(RulesTest, WhatThrowsIsOurFault) {
  Desk desk;
  desk.cases(kUnsealed);
  desk.throws = true;
  EXPECT_EQ(desk.test(), ExitCode::OurFault);
  EXPECT_THAT(desk.out.str(), HasSubstr("our fault: unsealed\n  the reader broke"));
}

TEST(RulesTest, JsonTellsEveryCaseInTheOrderOfTheFile) {
  Desk desk;
  std::string text = "project: fair\ncases:\n";
  for (int i = 0; i < 9; ++i) {
    text += "  - {name: \"" + std::to_string(i) +
            "\", slot: letter, sample: {document: id_card, dpi: 50}, must: [sealed]}\n";
  }
  desk.cases(text);
  desk.options.format = "json";
  EXPECT_EQ(desk.test(), ExitCode::Accepted);
  const auto json = nlohmann::json::parse(desk.out.str());
  EXPECT_EQ(json.at("schema"), 1);
  EXPECT_EQ(json.at("held"), 9);
  for (std::size_t i = 0; i < 9; ++i) {
    EXPECT_EQ(json.at("cases").at(i).at("case"), std::to_string(i));
    EXPECT_EQ(json.at("cases").at(i).at("outcome"), "held");
  }
}

TEST(RulesTest, ProjectMayBeNamedByItsFileItsCasesOrItsFolder) {
  for (const char* path : {"projects/fair.yaml", "projects/fair.test.yaml", "projects", "."}) {
    Desk desk;
    desk.cases(kUnsealed);
    desk.options.paths = {(desk.folder.path() / path).string()};
    EXPECT_EQ(desk.test(), ExitCode::Accepted) << path << desk.err.str();
    EXPECT_EQ(desk.inspected, 1) << path;
  }
}

TEST(RulesTest, PublishedProjectWithoutCasesIsWrongUseAndADraftIsNot) {
  Desk desk;
  EXPECT_EQ(desk.test(), ExitCode::WrongUse);
  EXPECT_THAT(desk.err.str(), HasSubstr("fair.yaml: a published project needs cases"));
  desk.folder.write("projects/fair.yaml", kFair + std::string("draft: true\n"));
  EXPECT_EQ(desk.test(), ExitCode::Accepted);
}

struct WrongCase {
  const char* name;
  const char* from;
  const char* to;
  const char* complaint;
};

class RulesTestWrongUse : public testing::TestWithParam<WrongCase> {};

TEST_P(RulesTestWrongUse, IsToldBeforeAnythingIsTried) {
  Desk desk;
  std::string text = kUnsealed;
  text.replace(text.find(GetParam().from), std::string_view(GetParam().from).size(), GetParam().to);
  desk.cases(text);
  EXPECT_EQ(desk.test(), ExitCode::WrongUse);
  EXPECT_THAT(desk.err.str(), HasSubstr(GetParam().complaint));
  EXPECT_EQ(desk.inspected, 0);
}

INSTANTIATE_TEST_SUITE_P(
    RulesTest, RulesTestWrongUse,
    testing::Values(
        WrongCase{"UnknownCode", "SEAL_NONE", "SEAL_NOEN", "Did you mean \"SEAL_NONE\"?"},
        WrongCase{"UnknownRule", "[SEAL_NONE]", "[seald]", "Did you mean \"sealed\"?"},
        WrongCase{"NoSlot", "    slot: letter\n", "", "fair.test.yaml:3: unsealed: a case with a"},
        WrongCase{"UnknownAlternative", "slot: letter", "slot: letter\n    alternative: pag",
                  "Did you mean \"page\"?"},
        WrongCase{"DefectItCannotHave", "dpi: 50", "defects: [{code_wrong: 1}]",
                  "id_card, code_wrong: none of the documents"},
        WrongCase{"OrderItDoesNotServe", "    slot: letter",
                  "    slot: letter\n    order: {operation: nwe}", "Did you mean \"new\"?"},
        WrongCase{"NoCases", kUnsealed + 14, "cases: []\n", "fair.test.yaml:2"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(RulesTest, ModelsThatAreMissingAreWrongUse) {
  Desk desk;
  desk.cases(kUnsealed);
  Pipeline broken = desk.pipeline();
  broken.make_inspect_by_plan = [](const auto&) -> pipeline::Result<cases::InspectByPlan> {
    return tl::make_unexpected(pipeline::Error{pipeline::ErrorKind::ModelMissing, "no models"});
  };
  cli::Console console{stdin, desk.out, desk.err};
  EXPECT_EQ(rules_test(desk.options, broken, console), ExitCode::WrongUse);
  EXPECT_THAT(desk.err.str(), HasSubstr("no models"));
}

}  // namespace
}  // namespace vermilion::service::commands
