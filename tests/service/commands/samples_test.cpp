#include "service/commands/samples.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

namespace vermilion::service::commands {
namespace {

using cli::ExitCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::TemporaryFolder;

struct Shell {
  TemporaryFolder folder;
  std::ostringstream out;
  std::ostringstream err;

  ExitCode type(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "samples");
    cli::Console console{.in = nullptr, .out = out, .err = err};
    const cli::Command commands[] = {{"samples", "", samples}};
    return cli::run(commands, std::move(arguments), console);
  }

  // Small enough for a test to draw.
  ExitCode make(std::vector<std::string> arguments, const std::string& into = "drawn") {
    const std::string place = (folder.path() / into).string();
    arguments.insert(arguments.begin(), {"make", "--dpi", "60", "--out", place});
    return type(std::move(arguments));
  }

  std::string read(const std::string& name) const {
    std::ifstream file(folder.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
};

TEST(Samples, AreDrawnWithTheirTruth) {
  Shell shell;
  EXPECT_EQ(shell.make({"--document", "business_licence_2019", "--defect", "seal_missing"}),
            ExitCode::Accepted);
  EXPECT_THAT(shell.read("drawn/0001.jpg").substr(0, 2), "\xFF\xD8");
  const auto truth = nlohmann::json::parse(shell.read("drawn/0001.truth.json"));
  EXPECT_EQ(truth["document"], "business_licence");
  EXPECT_EQ(truth["defects"][0]["id"], "seal_missing");
  EXPECT_THAT(shell.out.str(), IsEmpty());
}

TEST(Samples, FormOfAProjectComesBackStampedWithItsOrderAndKey) {
  Shell shell;
  EXPECT_EQ(shell.make({"--project", "yingtan_sunshine", "--form", "authorisation_letter",
                        "--defect", "form_day_soon", "--rules", VERMILION_SOURCE_DIR "/rules"}),
            ExitCode::Accepted)
      << shell.err.str();
  EXPECT_THAT(shell.read("drawn/0001.jpg").substr(0, 2), "\xFF\xD8");
  const auto truth = nlohmann::json::parse(shell.read("drawn/0001.truth.json"));
  EXPECT_EQ(truth["document"], "authorisation_letter");
  EXPECT_EQ(truth["defects"][0]["id"], "form_day_soon");
  EXPECT_EQ(truth["written_day"], "2026-11-29");
  const auto order = nlohmann::json::parse(shell.read("drawn/0001.order.json"));
  EXPECT_EQ(order["operation"], "new");
  EXPECT_THAT(shell.read("drawn/forms.key"), HasSubstr("1 "));
}

TEST(Samples, FormThatIsUploadedNowhereIsDrawnToo) {
  Shell shell;
  EXPECT_EQ(shell.make({"--project", "housing_inside", "--form", "refund_letter", "--rules",
                        VERMILION_SOURCE_DIR "/rules"}),
            ExitCode::Accepted)
      << shell.err.str();
}

TEST(Samples, DefectOfFormsNeedsAForm) {
  Shell shell;
  EXPECT_EQ(shell.make({"--defect", "form_stale"}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("--form"));
}

TEST(Samples, DefectTheFormCannotHaveIsNamed) {
  Shell shell;
  EXPECT_EQ(shell.make({"--project", "housing_outside", "--form", "head_appointment", "--defect",
                        "form_unticked", "--rules", VERMILION_SOURCE_DIR "/rules"}),
            ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("form_unticked"));
}

TEST(Samples, SameSeedDrawsTheSameAndAnotherDoesNot) {
  Shell shell;
  for (const auto& [into, seed] : {std::pair{"a", "7"}, std::pair{"b", "7"}, std::pair{"c", "8"}}) {
    ASSERT_EQ(shell.make({"--document", "authorisation_letter", "--seed", seed}, into),
              ExitCode::Accepted);
  }
  EXPECT_EQ(shell.read("a/0001.jpg"), shell.read("b/0001.jpg"));
  EXPECT_NE(shell.read("a/0001.jpg"), shell.read("c/0001.jpg"));
}

TEST(Samples, SecondDocumentAndFrameAreDrawnOnDemand) {
  Shell shell;
  EXPECT_EQ(shell.make({"--document", "seal_sheet", "--composition", "two_on_one", "--frame",
                        "screenshot"}),
            ExitCode::Accepted);
  const auto truth = nlohmann::json::parse(shell.read("drawn/0001.truth.json"));
  EXPECT_EQ(truth["beside"].size(), 1u);
  EXPECT_TRUE(truth["page"].contains("area"));
}

TEST(Samples, CountIsDrawn) {
  Shell shell;
  EXPECT_EQ(shell.make({"--document", "id_card", "--count", "3"}), ExitCode::Accepted);
  const auto files = std::filesystem::directory_iterator(shell.folder.path() / "drawn");
  EXPECT_EQ(std::distance(begin(files), end(files)), 6);
}

struct WrongUseCase {
  const char* name;
  std::vector<std::string> arguments;
  const char* complaint;
};

class SamplesWrongUse : public testing::TestWithParam<WrongUseCase> {};

TEST_P(SamplesWrongUse, IsAnsweredAndNothingDrawn) {
  Shell shell;
  EXPECT_EQ(shell.make(GetParam().arguments), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr(GetParam().complaint));
  EXPECT_FALSE(std::filesystem::exists(shell.folder.path() / "drawn"));
}

INSTANTIATE_TEST_SUITE_P(
    Samples, SamplesWrongUse,
    testing::Values(
        WrongUseCase{"Defect", {"--defect", "seal_fadde"}, "did you mean \"seal_faded\"?"},
        WrongUseCase{"Document", {"--document", "id_crad"}, "did you mean \"id_card\"?"},
        WrongUseCase{
            "Conflict", {"--defect", "turn_90", "--defect", "turn_180"}, "turn_90 and turn_180"},
        WrongUseCase{"NoneAtAll", {"--count", "0"}, "--count"},
        WrongUseCase{"NegativeSeed", {"--seed", "-1"}, "--seed"},
        WrongUseCase{"Option", {"--dip", "100"}, "did you mean \"--dpi\"?"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Samples, FolderThatCannotBeMadeIsWrongUse) {
  Shell shell;
  EXPECT_EQ(shell.type({"make", "--out", "/dev/null/drawn"}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("/dev/null/drawn: Not a directory"));
}

TEST(Samples, WithoutACommandBelowIsWrongUse) {
  Shell shell;
  EXPECT_EQ(shell.type({}), ExitCode::WrongUse);
  EXPECT_EQ(shell.type({"mak"}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("did you mean \"make\"?"));
}

}  // namespace
}  // namespace vermilion::service::commands
