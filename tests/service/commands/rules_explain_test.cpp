#include "service/commands/rules_explain.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
using cli::ExitCode;
using testing::HasSubstr;

struct Desk {
  RulesExplainOptions options{.rules = fs::path(VERMILION_SOURCE_DIR) / "rules"};
  std::ostringstream out;
  std::ostringstream err;

  ExitCode explain(std::string name) {
    options.name = std::move(name);
    cli::Console console{stdin, out, err};
    return rules_explain(options, console);
  }
};

TEST(RulesExplain, FindingIsExplainedAndItsPicturesNamed) {
  Desk desk;
  EXPECT_EQ(desk.explain("SEAL_FAINT"), ExitCode::Accepted);
  EXPECT_THAT(desk.out.str(), HasSubstr("检查 seal_strong"));
  EXPECT_THAT(desk.out.str(), HasSubstr("seal_sheet/sheet_seal_strong"));
  EXPECT_THAT(desk.out.str(),
              HasSubstr("samples/shipped/business_licence/referred_seal_faded.jpg"));
}

TEST(RulesExplain, RuleIsShownOnPicturesOfItsDocument) {
  const tests::TemporaryFolder folder;
  Desk desk;
  desk.options.out = folder.path() / "pictures";
  desk.options.language = rules::Language::English;
  EXPECT_EQ(desk.explain("appointment_seal_strong"), ExitCode::Accepted) << desk.err.str();
  EXPECT_THAT(desk.out.str(), HasSubstr("Projects: housing_outside"));
  for (const char* picture : {"refused", "accepted"}) {
    EXPECT_TRUE(
        fs::exists(desk.options.out / ("appointment_seal_strong_" + std::string(picture) + ".jpg")))
        << picture;
  }
}

TEST(RulesExplain, UnknownNameIsWrongUse) {
  Desk desk;
  EXPECT_EQ(desk.explain("SEAL_FAIMT"), ExitCode::WrongUse);
  EXPECT_THAT(desk.err.str(), HasSubstr("did you mean \"SEAL_FAINT\"?"));
  desk.options.rules = "/nowhere";
  EXPECT_EQ(desk.explain("SEAL_FAINT"), ExitCode::WrongUse);
}

}  // namespace
}  // namespace vermilion::service::commands
