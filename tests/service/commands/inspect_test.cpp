#include "service/commands/inspect.hpp"

#include "tests/service/commands/inspect_shell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace vermilion::service::commands {
namespace {

using Shell = InspectShell;
using cli::ExitCode;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// The rules of this repository.
constexpr const char* kRules = VERMILION_SOURCE_DIR "/rules";

struct ExitCase {
  const char* name;
  std::vector<std::string> scans;
  ExitCode code;
};

class InspectExit : public testing::TestWithParam<ExitCase> {};

TEST_P(InspectExit, IsTheGravestThatHappened) {
  Shell shell;
  std::vector<std::string> files;
  for (const auto& told : GetParam().scans) {
    files.push_back(told == "missing" ? "/nowhere/a.jpg" : shell.scan(told));
  }
  EXPECT_EQ(shell.type(files), GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(
    Inspect, InspectExit,
    testing::Values(ExitCase{"Accepted", {"accept", "accept"}, ExitCode::Accepted},
                    ExitCase{"Referred", {"accept", "refer"}, ExitCode::Defects},
                    ExitCase{"Rejected", {"accept", "reject"}, ExitCode::Defects},
                    ExitCase{"NoPicture", {"reject", "unreadable"}, ExitCode::Unreadable},
                    ExitCase{"NoFile", {"reject", "missing"}, ExitCode::Unreadable},
                    ExitCase{"Thrown", {"missing", "throw", "reject"}, ExitCode::OurFault},
                    ExitCase{"Interrupted", {"throw", "interrupt"}, ExitCode::Interrupted}),
    [](const auto& test) { return std::string(test.param.name); });

struct WrongUseCase {
  const char* name;
  std::vector<std::string> arguments;
  const char* complaint;
};

class InspectWrongUse : public testing::TestWithParam<WrongUseCase> {};

TEST_P(InspectWrongUse, IsAnsweredOnStandardErrorAlone) {
  Shell shell;
  EXPECT_EQ(shell.type(GetParam().arguments), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr(GetParam().complaint));
  EXPECT_THAT(shell.out.str(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Inspect, InspectWrongUse,
    testing::Values(
        WrongUseCase{"Nothing", {}, "nothing to inspect"},
        WrongUseCase{"Format", {"--format", "jsn", "a"}, "did you mean \"json\"?"},
        WrongUseCase{
            "Document", {"--document", "business_license", "a"}, "mean \"business_licence\"?"},
        WrongUseCase{"Language", {"--lang", "fr", "a"}, "\"fr\" is none of zh, en"},
        WrongUseCase{"Option", {"--overlya", "d", "a"}, "did you mean \"--overlay\"?"},
        WrongUseCase{"Project",
                     {"--project", "yingtan_sunshin", "a", "--rules", kRules},
                     "mean \"yingtan_sunshine\"?"},
        WrongUseCase{
            "NoRules", {"--project", "p", "--rules", "/nowhere", "a"}, "no projects there"},
        WrongUseCase{"NoJobs", {"--jobs", "0", "a"}, "--jobs"},
        WrongUseCase{"ManyJobs", {"--jobs", "1000", "a"}, "--jobs"},
        WrongUseCase{"WordForANumber", {"--max-bytes", "1M", "a"}, "--max-bytes"},
        WrongUseCase{"OverTheCeiling", {"--max-bytes", "33554433", "a"}, "--max-bytes"},
        WrongUseCase{"StdinTwice", {"-", "-"}, "only once"},
        WrongUseCase{"StdinForListAndScan", {"--files-from", "-", "-"}, "only once"},
        WrongUseCase{"MissingList", {"--files-from", "/nowhere/list"}, "/nowhere/list: No such"},
        WrongUseCase{"MissingOrder", {"--order", "/nowhere/o.json", "a"}, "/nowhere/o.json: No"},
        WrongUseCase{"OverlayIntoAFile", {"--overlay", "/dev/null/x", "a"}, "/dev/null/x: Not"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Inspect, BadOrderIsWrongUseAndNamesTheFile) {
  Shell shell;
  const std::string order = shell.folder.write("order.json", R"({"code": "9"})");
  EXPECT_EQ(shell.type({"--order", order, shell.scan("accept")}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("order.json: the order has a member \"code\""));
}

TEST(Inspect, OrderIsHeldAgainstTheScan) {
  Shell shell;
  const std::string order =
      shell.folder.write("order.json", R"({"credit_code": "91360000625912173B"})");
  EXPECT_EQ(shell.type({"--order", order, shell.scan("accept")}), ExitCode::Defects);
  EXPECT_THAT(shell.out.str(), HasSubstr("USCC_NOT_EQUAL_ACCOUNT"));
  EXPECT_EQ(shell.plan.expected_code, "91360000625912173B");
}

TEST(Inspect, WithoutAnOrderNoCodeIsExpected) {
  Shell shell;
  EXPECT_EQ(shell.type({shell.scan("accept")}), ExitCode::Accepted);
  EXPECT_FALSE(shell.plan.expected_code);
}

TEST(Inspect, PlanFollowsTheOptions) {
  Shell shell;
  EXPECT_EQ(shell.type({"--document", "id_card", "--max-bytes", "2000000", "--models", "m",
                        shell.scan("accept")}),
            ExitCode::Accepted);
  EXPECT_EQ(shell.plan.max_bytes, 2'000'000u);
  EXPECT_EQ(shell.plan.document, "id_card");
  EXPECT_EQ(shell.plan.checks.size(), 2u);
  EXPECT_EQ(shell.models, "m");
}

TEST(Inspect, ModelsNamedWronglyAreWrongUseAndABrokenReaderIsOurFault) {
  using pipeline::ErrorKind;
  for (const auto& [kind, code] : {std::pair{ErrorKind::ModelMissing, ExitCode::WrongUse},
                                   std::pair{ErrorKind::ModelDamaged, ExitCode::WrongUse},
                                   std::pair{ErrorKind::ReaderFailed, ExitCode::OurFault}}) {
    Shell shell;
    shell.broken_models = {kind, "models/digits.bin is gone"};
    EXPECT_EQ(shell.type({shell.scan("accept")}), code);
    EXPECT_THAT(shell.err.str(), HasSubstr("models/digits.bin is gone"));
    EXPECT_THAT(shell.out.str(), IsEmpty());
  }
}

std::vector<std::string> mixed_scans(const Shell& shell) {
  const char* told[] = {"accept", "refer", "reject", "unreadable", "throw"};
  std::vector<std::string> files;
  for (int i = 0; i < 40; ++i) {
    files.push_back(shell.folder.write(std::to_string(i) + ".jpg", told[i * 7 % 5]));
  }
  files.push_back("/nowhere/a.jpg");
  return files;
}

TEST(Inspect, SameBytesWhateverTheJobsInEveryFormat) {
  for (const char* format : {"pretty", "compact", "json", "jsonl", "sarif", "junit"}) {
    Shell shell;
    auto arguments = mixed_scans(shell);
    arguments.insert(arguments.end(), {"--format", format, "--jobs", "1"});
    EXPECT_EQ(shell.type(arguments), ExitCode::OurFault);
    const std::string one_job = shell.out.str();
    EXPECT_THAT(one_job, Not(IsEmpty()));
    for (const char* jobs : {"2", "8"}) {
      shell.out.str("");
      arguments.back() = jobs;
      EXPECT_EQ(shell.type(arguments), ExitCode::OurFault);
      EXPECT_EQ(shell.out.str(), one_job) << format << " with " << jobs << " jobs";
    }
  }
}

TEST(Inspect, InterruptedBatchStillWritesACompleteDocument) {
  Shell shell;
  std::vector<std::string> files{shell.scan("accept"), shell.scan("interrupt")};
  for (int i = 0; i < 30; ++i) files.push_back(files.front());
  files.insert(files.end(), {"--format", "json", "--jobs", "1"});
  EXPECT_EQ(shell.type(files), ExitCode::Interrupted);
  const auto documents = nlohmann::json::parse(shell.out.str());
  EXPECT_GE(documents.size(), 2u);
  EXPECT_LE(documents.size(), 4u);
}

TEST(Inspect, StandardInputIsAScanOrAList) {
  Shell shell;
  shell.typed = "reject";
  EXPECT_EQ(shell.type({"--format", "compact", "-"}), ExitCode::Defects);
  EXPECT_THAT(shell.out.str(), StartsWith("-: BLOCK SEAL_NONE"));

  Shell other;
  other.typed = other.scan("accept") + "\n" + other.scan("refer") + "\n";
  EXPECT_EQ(other.type({"--format", "jsonl", "--files-from", "-"}), ExitCode::Defects);
  EXPECT_EQ(std::ranges::count(other.out.str(), '\n'), 2);
}

TEST(Inspect, NamedFilesComeBeforeListedOnes) {
  Shell shell;
  const std::string list = shell.folder.write("list", shell.scan("reject") + "\n");
  EXPECT_EQ(shell.type({"--format", "compact", "--files-from", list, shell.scan("accept")}),
            ExitCode::Defects);
  const std::string out = shell.out.str();
  EXPECT_LT(out.find("accept.jpg: ok"), out.find("reject.jpg: BLOCK"));
}

TEST(Inspect, StatsGoToStandardErrorAndIntoTheJson) {
  Shell shell;
  EXPECT_EQ(shell.type({"--stats", "--format", "json", shell.scan("accept")}), ExitCode::Accepted);
  EXPECT_THAT(shell.err.str(), HasSubstr("decode"));
  EXPECT_EQ(nlohmann::json::parse(shell.out.str())[0]["timing_us"]["decode"], 1000);
}

TEST(Inspect, TalkEndsWithCountsAndRate) {
  Shell shell;
  (void)shell.type({"--lang", "en", shell.scan("accept"), shell.scan("reject")});
  EXPECT_THAT(shell.err.str(), StartsWith("2 scans: 1 accepted, 0 for a person, 1 rejected"));
}

TEST(Inspect, OverlaysAreDrawnForScansNotForMissingFiles) {
  Shell shell;
  const auto drawn = shell.folder.path() / "new/drawn";
  EXPECT_EQ(shell.type({"--overlay", drawn.string(), shell.scan("accept"), shell.scan("unreadable"),
                        "/nowhere/missing.jpg"}),
            ExitCode::Unreadable);
  EXPECT_TRUE(std::filesystem::exists(drawn / "accept.overlay.jpg"));
  EXPECT_TRUE(std::filesystem::exists(drawn / "unreadable.overlay.jpg"));
  EXPECT_FALSE(std::filesystem::exists(drawn / "missing.overlay.jpg"));
}

TEST(Inspect, OverlayThatCannotBeWrittenIsToldAndOurFault) {
  Shell shell;
  const auto drawn = (shell.folder.path() / "drawn").string();
  EXPECT_EQ(shell.type({"--overlay", drawn, shell.scan("refer")}), ExitCode::OurFault);
  EXPECT_THAT(shell.err.str(), HasSubstr("disk full"));
  EXPECT_THAT(shell.out.str(), HasSubstr("IMG_BLUR"));
}

TEST(Inspect, ResultsThatCannotBeWrittenAreOurFault) {
  Shell shell;
  shell.out.setstate(std::ios::badbit);
  EXPECT_EQ(shell.type(std::vector<std::string>(200, shell.scan("accept"))), ExitCode::OurFault);
  EXPECT_THAT(shell.err.str(), HasSubstr("could not be written"));
  EXPECT_THAT(shell.err.str(), Not(HasSubstr("共 200 份"))) << "the rest is in vain";
}

TEST(Inspect, HelpShowsFourExamplesAndTheExitCodes) {
  Shell shell;
  EXPECT_EQ(shell.type({"--help"}), ExitCode::Accepted);
  const std::string help = shell.out.str();
  EXPECT_THAT(help, HasSubstr("Exit codes:"));
  std::size_t examples = 0;
  for (auto at = help.find("vermilion inspect ", help.find("Examples:")); at != std::string::npos;
       at = help.find("vermilion inspect ", at + 1)) {
    ++examples;
  }
  EXPECT_EQ(examples, 4u);
}

}  // namespace
}  // namespace vermilion::service::commands
