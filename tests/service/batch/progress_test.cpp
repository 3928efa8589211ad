#include "service/batch/progress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace vermilion::service::batch {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kErase = "\r\x1b[2K";

TEST(Progress, IsDrawnAndTakenAway) {
  std::ostringstream terminal;
  Progress progress(terminal, /*watched=*/true, 10);
  progress.draw({.accepted = 3});
  EXPECT_THAT(terminal.str(), HasSubstr("[3/10]"));
  progress.clear();
  EXPECT_THAT(terminal.str(), EndsWith(kErase));
}

TEST(Progress, IsNotRedrawnTenTimesInARow) {
  std::ostringstream terminal;
  Progress progress(terminal, /*watched=*/true, 10);
  progress.draw({.accepted = 3});
  const std::string drawn = terminal.str();
  progress.draw({.accepted = 4});
  EXPECT_EQ(terminal.str(), drawn);
}

TEST(Progress, LeavesNothingBehind) {
  std::ostringstream terminal;
  { Progress(terminal, /*watched=*/true, 10).draw({.accepted = 3}); }
  EXPECT_THAT(terminal.str(), EndsWith(kErase));
}

TEST(Progress, NobodyWatchingMeansNothingDrawn) {
  std::ostringstream terminal;
  {
    Progress progress(terminal, /*watched=*/false, 10);
    progress.draw({.accepted = 3});
    progress.clear();
  }
  EXPECT_THAT(terminal.str(), IsEmpty());
}

}  // namespace
}  // namespace vermilion::service::batch
