#include "service/commands/rules_docs.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
using cli::ExitCode;
using testing::HasSubstr;

struct Desk {
  tests::TemporaryFolder folder;
  RulesDocsOptions options{.rules = fs::path(VERMILION_SOURCE_DIR) / "rules",
                           .out = folder.path() / "deep/pages"};
  std::ostringstream out;
  std::ostringstream err;

  ExitCode write() {
    cli::Console console{stdin, out, err};
    return rules_docs(options, console);
  }

  std::string page(const std::string& name) const {
    std::ifstream in(options.out / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST(RulesDocs, ProjectHasTwoPagesInTwoForms) {
  Desk desk;
  desk.options.projects = {"yingtan_sunshine"};
  EXPECT_EQ(desk.write(), ExitCode::Accepted) << desk.err.str();
  EXPECT_THAT(desk.page("yingtan_sunshine.requirements.html"),
              HasSubstr("鹰潭市阳光采购服务平台：资料要求"));
  EXPECT_THAT(desk.page("yingtan_sunshine.requirements.md"), HasSubstr("220 元"));
  EXPECT_THAT(desk.page("yingtan_sunshine.checklist.html"), HasSubstr("☐"));
  EXPECT_THAT(desk.page("yingtan_sunshine.checklist.md"), HasSubstr("1. ☐ **数字证书用户申请表"));
  const std::string named = desk.out.str();
  EXPECT_EQ(std::ranges::count(named, '\n'), 4);
}

TEST(RulesDocs, AllProjectsUnlessSaidAndAlwaysTheSameBytes) {
  Desk first;
  Desk second;
  EXPECT_EQ(first.write(), ExitCode::Accepted);
  EXPECT_EQ(second.write(), ExitCode::Accepted);
  int pages = 0;
  for (const auto& entry : fs::directory_iterator(first.options.out)) {
    const std::string name = entry.path().filename();
    EXPECT_EQ(first.page(name), second.page(name)) << name;
    ++pages;
  }
  EXPECT_EQ(pages, 40);
}

TEST(RulesDocs, UnknownProjectAndFolderThatCannotBeMadeAreWrongUse) {
  Desk desk;
  desk.options.projects = {"yingtan_sunshin"};
  EXPECT_EQ(desk.write(), ExitCode::WrongUse);
  EXPECT_THAT(desk.err.str(), HasSubstr("did you mean \"yingtan_sunshine\"?"));
  desk.options.projects = {"yingtan_sunshine"};
  desk.options.out = desk.folder.write("file", "") + "/pages";
  EXPECT_EQ(desk.write(), ExitCode::WrongUse);
}

}  // namespace
}  // namespace vermilion::service::commands
