#include "service/commands/rules_complete.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <sstream>

namespace vermilion::service::commands {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Answer {
  cli::ExitCode code;
  std::string out;
  std::string err;
};

Answer answer_to(RulesCompleteOptions options) {
  options.rules = VERMILION_SOURCE_DIR "/rules";
  std::ostringstream out;
  std::ostringstream err;
  cli::Console console{stdin, out, err};
  const cli::ExitCode code = rules_complete(options, console);
  return {code, out.str(), err.str()};
}

constexpr const char* kDraft = R"(document: page
name: {zh: 一页纸, en: A page}
checks:
  - rule: 章
    check: seal_pr
    with: {}
)";

class RulesComplete : public testing::Test {
 protected:
  tests::TemporaryFolder folder_;
  std::string file_ = folder_.write("page.yaml", kDraft);
};

TEST_F(RulesComplete, NamesTheCheckAndWhatItDoes) {
  const Answer answer = answer_to({.file = file_, .line = 5, .column = 19});
  EXPECT_EQ(answer.code, cli::ExitCode::Accepted);
  EXPECT_THAT(answer.out, StartsWith("seal_present\t"));
}

TEST_F(RulesComplete, ColumnsAreCharactersAndNotBytes) {
  const Answer answer = answer_to({.file = file_, .line = 2, .column = 17});
  EXPECT_EQ(answer.out, "en\t英文\n") << "behind `{zh: 一页纸, `";
}

TEST_F(RulesComplete, JsonCarriesBothLanguages) {
  const Answer answer =
      answer_to({.file = file_, .line = 7, .column = 99, .rules = {}, .format = "json"});
  const auto all = nlohmann::json::parse(answer.out);
  EXPECT_EQ(all.at(0).at("text"), "help");
  EXPECT_FALSE(all.at(0).at("en").get<std::string>().empty());
}

TEST_F(RulesComplete, PlaceThatIsNotThereIsWrongUse) {
  EXPECT_EQ(answer_to({.file = file_, .line = 8}).code, cli::ExitCode::WrongUse);
  EXPECT_THAT(answer_to({.file = file_, .line = 8}).err, HasSubstr("has no line 8"));
  EXPECT_EQ(answer_to({.file = "/nowhere.yaml"}).code, cli::ExitCode::WrongUse);
}

}  // namespace
}  // namespace vermilion::service::commands
