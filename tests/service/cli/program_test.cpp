#include "service/cli/program.hpp"

#include "service/cli/version.hpp"

#include <CLI/App.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace vermilion::service::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Three commands: one ends as it is told, one always throws, one has a command below it.
struct Shell {
  std::ostringstream out;
  std::ostringstream err;
  Console console{.in = nullptr, .out = out, .err = err};
  int wanted = 0;

  ExitCode type(std::vector<std::string> arguments) {
    const Command commands[] = {
        {"finish", "end with the number given",
         [this](CLI::App& app, Console&) -> Action {
           app.add_option("--with", wanted, "number");
           return [this] { return static_cast<ExitCode>(wanted); };
         }},
        {"throw", "fail",
         [](CLI::App&, Console&) -> Action {
           return []() -> ExitCode { throw std::runtime_error("out of paper"); };
         }},
        {"forms", "has a command of its own",
         [](CLI::App& app, Console&) -> Action {
           app.require_subcommand(1);
           app.add_subcommand("make", "make one")->add_flag("--large");
           return [] { return ExitCode::Accepted; };
         }},
    };
    return run(commands, std::move(arguments), console);
  }
};

TEST(Program, CommandThatIsNamedRunsWithItsOptions) {
  Shell shell;
  EXPECT_EQ(shell.type({"finish", "--with", "3"}), ExitCode::Unreadable);
  EXPECT_THAT(shell.err.str(), IsEmpty());
}

TEST(Program, HelpGoesToStandardOutputAndIsNoError) {
  for (const char* flag : {"--help", "-h"}) {
    Shell shell;
    EXPECT_EQ(shell.type({flag}), ExitCode::Accepted);
    EXPECT_THAT(shell.out.str(), HasSubstr("finish"));
    EXPECT_THAT(shell.out.str(), HasSubstr("Exit codes:"));
    EXPECT_THAT(shell.err.str(), IsEmpty());
  }
}

TEST(Program, HelpOfACommandShowsItsOptions) {
  Shell shell;
  EXPECT_EQ(shell.type({"finish", "--help"}), ExitCode::Accepted);
  EXPECT_THAT(shell.out.str(), HasSubstr("--with"));
}

TEST(Program, VersionIsOneLine) {
  Shell shell;
  EXPECT_EQ(shell.type({"--version"}), ExitCode::Accepted);
  EXPECT_EQ(shell.out.str(), "vermilion " + std::string(kVersion) + "\n");
}

TEST(Program, NothingTypedShowsTheHelpAsTalk) {
  Shell shell;
  EXPECT_EQ(shell.type({}), ExitCode::WrongUse);
  EXPECT_THAT(shell.out.str(), IsEmpty());
  EXPECT_THAT(shell.err.str(), HasSubstr("finish"));
}

TEST(Program, MisspeltCommandIsAnsweredWithTheOneMeant) {
  Shell shell;
  EXPECT_EQ(shell.type({"finsh"}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("no command \"finsh\"; did you mean \"finish\"?"));
}

TEST(Program, MisspeltOptionIsAnsweredWithTheOneMeant) {
  Shell shell;
  EXPECT_EQ(shell.type({"finish", "--whit", "3"}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(),
              HasSubstr("\"--whit\" is not expected here; did you mean \"--with\"?"));
  EXPECT_THAT(shell.err.str(), HasSubstr("vermilion finish --help"));
}

TEST(Program, CommandsBelowACommandAreUnderstoodTheSameWay) {
  Shell shell;
  EXPECT_EQ(shell.type({"forms", "make", "--large"}), ExitCode::Accepted);
  EXPECT_EQ(shell.type({"forms", "mak"}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("\"mak\" is not expected here; did you mean \"make\"?"));
  EXPECT_EQ(shell.type({"forms", "make", "--lagre"}), ExitCode::WrongUse);
  EXPECT_THAT(shell.err.str(), HasSubstr("did you mean \"--large\"?"));
  EXPECT_THAT(shell.err.str(), HasSubstr("See vermilion forms make --help."));
}

// CLI11 would exit with 100 to 127.
TEST(Program, EveryMistakeInTheArgumentsIsWrongUse) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"finish", "--with"},
                                             {"finish", "--with", "many"},
                                             {"finish", "stray"},
                                             {"finish", "--with=1", "--with=2"},
                                             {"--with", "3"},
                                             {"nonsense"},
                                             {"finish", "throw"},
                                             {"forms"},
                                             {""}}) {
    Shell shell;
    EXPECT_EQ(shell.type(arguments), ExitCode::WrongUse) << testing::PrintToString(arguments);
    EXPECT_THAT(shell.err.str(), Not(IsEmpty()));
    EXPECT_THAT(shell.out.str(), IsEmpty());
  }
}

TEST(Program, CommandThatThrowsIsOurFault) {
  Shell shell;
  EXPECT_EQ(shell.type({"throw"}), ExitCode::OurFault);
  EXPECT_THAT(shell.err.str(), HasSubstr("out of paper"));
}

}  // namespace
}  // namespace vermilion::service::cli
