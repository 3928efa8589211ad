#include "service/cli/exit_code.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace vermilion::service::cli {
namespace {

using enum ExitCode;

// From harmless to grave, as the shell is told when several things happened in one run.
const std::vector<ExitCode> kByGravity{Accepted, Defects,  Unreadable,
                                       WrongUse, OurFault, Interrupted};

TEST(ExitCode, NumbersAreThoseScriptsRelyOn) {
  EXPECT_EQ(static_cast<int>(Accepted), 0);
  EXPECT_EQ(static_cast<int>(Defects), 1);
  EXPECT_EQ(static_cast<int>(WrongUse), 2);
  EXPECT_EQ(static_cast<int>(Unreadable), 3);
  EXPECT_EQ(static_cast<int>(OurFault), 4);
  EXPECT_EQ(static_cast<int>(Interrupted), 130);
}

TEST(ExitCode, GraverOfEveryPairWinsFromEitherSide) {
  for (std::size_t i = 0; i < kByGravity.size(); ++i) {
    for (std::size_t j = i; j < kByGravity.size(); ++j) {
      EXPECT_EQ(graver(kByGravity[i], kByGravity[j]), kByGravity[j]);
      EXPECT_EQ(graver(kByGravity[j], kByGravity[i]), kByGravity[j]);
    }
  }
}

TEST(ExitCode, TableForHelpNamesEachOnce) {
  EXPECT_EQ(exit_codes().size(), kByGravity.size());
  EXPECT_EQ(exit_code_table(),
            "Exit codes:\n"
            "    0  everything accepted\n"
            "    1  defects found, or a person must look\n"
            "    2  wrong use: options, order or models\n"
            "    3  some input could not be read\n"
            "    4  our fault: a scan made the program fail, or results were lost\n"
            "  130  interrupted\n");
}

}  // namespace
}  // namespace vermilion::service::cli
