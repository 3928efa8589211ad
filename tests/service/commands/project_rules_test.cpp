#include "service/commands/project_rules.hpp"

#include "tests/service/commands/inspect_shell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace vermilion::service::commands {
namespace {

using Shell = InspectShell;
using cli::ExitCode;
using testing::HasSubstr;

constexpr const char* kOnePage = R"(document: page
name: {zh: 一页, en: One page}
checks:
  - rule: sharp
    check: page_sharp
    level: block
    source: S1/2.16
)";
constexpr const char* kFair = R"(project: fair
name: {zh: 示例, en: Example}
source: S1
draft: false
scope: {zh: 示例, en: Example}
verification: {legal_person: false, source: S1/2.10}
payment: {methods: [wechat], source: S1/2.28}
freight: {to_us: applicant, to_applicant: collect, courier: SF, source: S1/2.2}
sla: {making: 2, invoice: 3, invoice_late: 5, source: S1/2.36}
paper:
  - {slot: letter, original: true, note: {zh: 原件, en: The letter}, source: S1/2.30}
operations:
  new: {source: S1/2.1, variants: {main: {name: {zh: 主锁, en: main key}, fee: 22000, seal: true, source: S1/2.27}}}
documents:
  - {slot: letter, type: page, source: S1/2.19}
)";

// A project that is nothing but files.
std::string rules_of_a_fair(Shell& shell) {
  std::filesystem::create_directories(shell.folder.path() / "rules/projects");
  std::filesystem::create_directories(shell.folder.path() / "rules/documents");
  shell.folder.write("rules/documents/page.yaml", kOnePage);
  shell.folder.write("rules/projects/fair.yaml", kFair);
  return (shell.folder.path() / "rules").string();
}

TEST(InspectByProject, ProjectSaysWhatIsLookedAtAndJudges) {
  Shell shell;
  const std::string rules = rules_of_a_fair(shell);
  const std::string order = shell.folder.write("order.json", R"({"operation": "new"})");
  EXPECT_EQ(shell.type({"--project", "fair", "--document", "letter", "--rules", rules, "--order",
                        order, "--format", "json", shell.scan("accept")}),
            ExitCode::Accepted)
      << shell.err.str();
  ASSERT_EQ(shell.plan.checks.size(), 1u);
  EXPECT_EQ(shell.plan.checks[0].rule, "fair/page/sharp");
  const auto document = nlohmann::json::parse(shell.out.str()).at(0);
  EXPECT_EQ(document.at("rules").at("document"), "letter");
  EXPECT_EQ(document.at("rules").at("digest").get<std::string>().size(), 64u);
}

TEST(InspectByProject, OrderTheProjectCannotServeIsWrongUse) {
  Shell shell;
  const std::string rules = rules_of_a_fair(shell);
  const std::string order = shell.folder.write("order.json", R"({"operation": "renwe"})");
  EXPECT_EQ(shell.type({"--project", "fair", "--document", "letter", "--rules", rules, "--order",
                        order, shell.scan("accept")}),
            ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("the project knows no operation \"renwe\""));
}

TEST(InspectByProject, DocumentTheProjectLacksIsWrongUseAndNamesTheNearest) {
  Shell shell;
  const std::string rules = rules_of_a_fair(shell);
  const std::string scan = shell.scan("accept");
  EXPECT_EQ(shell.type({"--project", "fair", "--document", "leter", "--rules", rules, scan}),
            ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("did you mean \"letter\"?"));
  EXPECT_EQ(shell.type({"--project", "fair", "--rules", rules, scan}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("name a --document of the project: letter"));
}

TEST(InspectByProject, MistakeInTheRulesIsShownAtItsToken) {
  Shell shell;
  const std::string rules = rules_of_a_fair(shell);
  std::string text = kFair;
  text.replace(text.find("type: page"), 10, "type: pgae");
  shell.folder.write("rules/projects/fair.yaml", text);
  EXPECT_EQ(shell.type({"--project", "fair", "--document", "letter", "--rules", rules,
                        shell.scan("accept")}),
            ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("fair.yaml:15:26"));
  EXPECT_THAT(shell.err.str(), HasSubstr("^^^^"));
}

}  // namespace
}  // namespace vermilion::service::commands
