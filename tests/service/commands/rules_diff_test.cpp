#include "service/commands/rules_diff.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace vermilion::service::commands {
namespace {

using testing::HasSubstr;

const std::string kRules = VERMILION_SOURCE_DIR "/rules";
const std::string kYingtan = kRules + "/projects/yingtan_sunshine.yaml";

struct Answer {
  cli::ExitCode code;
  std::string out;
  std::string err;
};

Answer diff(const std::string& before, const std::string& after,
            const std::string& format = "pretty",
            vermilion::rules::Language language = vermilion::rules::Language::Chinese) {
  std::ostringstream out;
  std::ostringstream err;
  cli::Console console{stdin, out, err};
  const auto code = rules_diff(
      {.before = before, .after = after, .rules = kRules, .format = format, .language = language},
      console);
  return {code, out.str(), err.str()};
}

std::string text_of(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The shipped project with one text in place of another.
std::string changed(const tests::TemporaryFolder& folder, const std::string& from,
                    const std::string& to) {
  std::string text = text_of(kYingtan);
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return folder.write("yingtan_sunshine.yaml", text.replace(at, from.size(), to));
}

TEST(RulesDiff, RulesThatMeanTheSameDifferInNothing) {
  const tests::TemporaryFolder folder;
  const auto copy = folder.write("yingtan_sunshine.yaml", "# a comment\n" + text_of(kYingtan));
  EXPECT_EQ(diff(kYingtan, copy).code, cli::ExitCode::Accepted);
  EXPECT_EQ(diff(kRules, kRules).out, "");
  EXPECT_EQ(diff(kRules, kRules).code, cli::ExitCode::Accepted);
}

TEST(RulesDiff, ChangedFeeIsToldInYuanByItsName) {
  const tests::TemporaryFolder folder;
  const auto dearer = changed(folder, "fee: 22000", "fee: 25000");
  const Answer answer = diff(kYingtan, dearer);
  EXPECT_EQ(answer.code, cli::ExitCode::Defects) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("(yingtan_sunshine)\n  ~ 可办的业务 › "));
  EXPECT_THAT(answer.out, HasSubstr("价格: 220 元 → 250 元\n"));
  EXPECT_THAT(diff(kYingtan, dearer, "pretty", vermilion::rules::Language::English).out,
              HasSubstr("220 yuan → 250 yuan\n"));
}

TEST(RulesDiff, JsonHasValuesAndWordsInBothLanguages) {
  const tests::TemporaryFolder folder;
  const auto json = nlohmann::json::parse(
      diff(kYingtan, changed(folder, "fee: 22000", "fee: 25000"), "json").out);
  const auto& change = json["projects"][0]["changes"][0];
  EXPECT_EQ(change["kind"], "changed");
  EXPECT_EQ(change["before"], 22000);
  EXPECT_EQ(change["after"], 25000);
  EXPECT_EQ(change["words"]["after"], "250 元");
  EXPECT_EQ(change["words_en"]["after"], "250 yuan");
}

TEST(RulesDiff, ProjectsOfOneFolderAloneAreTold) {
  const tests::TemporaryFolder folder;
  std::filesystem::copy(kRules + "/documents", folder.path() / "documents");
  std::filesystem::create_directories(folder.path() / "projects");
  for (const char* id : {"housing_inside", "yingtan_sunshine"}) {
    std::filesystem::copy(kRules + "/projects/" + id + ".yaml",
                          folder.path() / "projects" / (std::string(id) + ".yaml"));
  }
  const Answer gone = diff(kRules, folder.path().string());
  EXPECT_EQ(gone.code, cli::ExitCode::Defects);
  EXPECT_THAT(gone.out, HasSubstr("(housing_outside)\n"));
  EXPECT_THAT(gone.out, testing::StartsWith("- "));
  EXPECT_THAT(gone.out, testing::Not(HasSubstr("yingtan_sunshine")));
  EXPECT_THAT(diff(folder.path().string(), kRules).out, testing::StartsWith("+ "));
}

TEST(RulesDiff, BadRulesAreWrongUse) {
  const tests::TemporaryFolder folder;
  const Answer answer = diff(kYingtan, changed(folder, "fee: 22000", "fee: many"));
  EXPECT_EQ(answer.code, cli::ExitCode::WrongUse);
  EXPECT_THAT(answer.err, testing::StartsWith("vermilion rules diff: "));
  EXPECT_EQ(diff(kYingtan, "/nowhere/a.yaml").code, cli::ExitCode::WrongUse);
}

}  // namespace
}  // namespace vermilion::service::commands
