#include "service/commands/rules.hpp"

#include "service/cli/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

namespace vermilion::service::commands {
namespace {

struct Answer {
  cli::ExitCode code;
  std::string out;
  std::string err;
};

const std::string kRules = VERMILION_SOURCE_DIR "/rules";

Answer answer_to(std::vector<std::string> arguments) {
  const cli::Command table[] = {{"rules", "", rules}};
  std::ostringstream out;
  std::ostringstream err;
  cli::Console console{stdin, out, err};
  arguments.insert(arguments.begin(), "rules");
  const cli::ExitCode code = cli::run(table, arguments, console);
  return {code, out.str(), err.str()};
}

TEST(RulesCheck, ShippedRulesHaveNeitherMistakesNorWarnings) {
  const Answer answer = answer_to({"check", kRules, "--rules", kRules, "--strict"});
  EXPECT_EQ(answer.code, cli::ExitCode::Accepted);
  EXPECT_EQ(answer.out, "");
}

TEST(RulesCheck, WarningCountsOnlyWhereItShall) {
  const tests::TemporaryFolder folder;
  const std::string file =
      folder.write("seal.yaml",
                   "document: seal\nname: {zh: 章, en: 章}\n"
                   "checks: [{rule: sealed, check: seal_present, source: S1}]\n");
  const Answer answer = answer_to({"check", file, "--rules", kRules, "--lang", "en"});
  EXPECT_EQ(answer.code, cli::ExitCode::Accepted);
  EXPECT_EQ(answer.out.find(file + ":2:20: warning: This text is not translated (en)."), 0u)
      << answer.out;
  EXPECT_EQ(answer.err, "1 files checked, 0 mistakes, 1 warnings\n");
  EXPECT_EQ(answer_to({"check", file, "--rules", kRules, "--strict"}).code, cli::ExitCode::Defects);
  const auto json =
      nlohmann::json::parse(answer_to({"check", file, "--rules", kRules, "--format", "json"}).out);
  EXPECT_EQ(json.at("mistakes").at(0).at("severity"), "warning");
  EXPECT_EQ(json.at("mistakes").at(0).at("code"), "TRANSLATION_MISSING");
}

TEST(RulesCheck, MistakeIsShownAtItsTokenAndTold) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("seal.yaml", "document: seal\nname：章\n");
  const Answer answer = answer_to({"check", file, "--rules", kRules, "--lang", "en"});
  EXPECT_EQ(answer.code, cli::ExitCode::WrongUse);
  EXPECT_EQ(answer.out, file +
                            ":2:5: error: This is a full-width colon.\n"
                            "   2 | name：章\n"
                            "     |     ^^\n"
                            "  hint: Write a plain colon and a space: \": \".\n\n");
  EXPECT_EQ(answer.err, "1 files checked, 1 mistakes, 0 warnings\n");
}

TEST(RulesCheck, JsonNamesCodeAndOffsets) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("seal.yaml", "document: seal\nname：章\n");
  const Answer answer = answer_to({"check", file, "--rules", kRules, "--format", "json"});
  const auto json = nlohmann::json::parse(answer.out);
  EXPECT_EQ(json.at("mistakes").size(), 1u);
  EXPECT_EQ(json.at("mistakes").at(0).at("code"), "YAML_FULL_WIDTH_COLON");
  EXPECT_EQ(json.at("mistakes").at(0).at("begin").at("byte"), 19);
}

TEST(RulesCheck, FolderWithoutRulesAndFileThatIsNotThereAreWrongUse) {
  const tests::TemporaryFolder folder;
  EXPECT_EQ(answer_to({"check", folder.path().string(), "--rules", kRules}).code,
            cli::ExitCode::WrongUse);
  const Answer answer = answer_to({"check", "/nowhere/a.yaml", "--rules", kRules});
  EXPECT_EQ(answer.code, cli::ExitCode::WrongUse);
  EXPECT_NE(answer.err.find("/nowhere/a.yaml: No such file"), std::string::npos) << answer.err;
}

TEST(RulesSchema, IsAJsonSchemaOfEachKind) {
  for (const char* kind : {"project", "document", "cases"}) {
    const Answer answer = answer_to({"schema", kind});
    EXPECT_EQ(answer.code, cli::ExitCode::Accepted);
    EXPECT_EQ(nlohmann::json::parse(answer.out).at("$ref"), "#/$defs/" + std::string(kind));
  }
}

TEST(RulesList, NamesChecksAndTheirParameters) {
  const Answer answer = answer_to({"list", "--lang", "en"});
  EXPECT_NE(answer.out.find("page_scanned"), std::string::npos);
  EXPECT_NE(answer.out.find("  photo_max"), std::string::npos);
}

TEST(RulesReference, IsAPageInEitherLanguage) {
  EXPECT_EQ(answer_to({"reference"}).out.find("# 规则文件参考"), 0u);
  EXPECT_EQ(answer_to({"reference", "--lang", "en"}).out.find("# Reference of rule files"), 0u);
}

}  // namespace
}  // namespace vermilion::service::commands
