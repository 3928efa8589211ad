#include "bench/speed/child.hpp"

#include <gtest/gtest.h>

namespace vermilion::speed {
namespace {

TEST(Child, ProgramThatIsNotThereIsNothing) {
  EXPECT_FALSE(run({"no-such-program-anywhere"}));
}

TEST(Child, OutputAndExitCodeComeBack) {
  const auto ran = run({"sh", "-c", "echo seen; echo unseen >&2; exit 3"});
  ASSERT_TRUE(ran);
  EXPECT_EQ(ran->output, "seen\n");
  EXPECT_EQ(ran->exit_code, 3);
}

TEST(Child, SignalIsToldAsAShellTellsIt) {
  const auto ran = run({"sh", "-c", "kill -9 $$"});
  ASSERT_TRUE(ran);
  EXPECT_EQ(ran->exit_code, 128 + 9);
}

TEST(Child, MoreOutputThanAPipeHoldsDoesNotHang) {
  const auto ran = run({"sh", "-c", "head -c 1000000 /dev/zero"});
  ASSERT_TRUE(ran);
  EXPECT_EQ(ran->output.size(), 1'000'000U);
}

TEST(Child, CpuOfItsOwnChildrenIsCounted) {
  const auto idle = run({"sleep", "0.2"});
  const auto busy = run({"sh", "-c", "head -c 300000000 /dev/zero | cksum"});
  ASSERT_TRUE(idle && busy);
  EXPECT_GE(idle->wall_ms, 200);
  EXPECT_LT(idle->cpu_ms, 100);
  EXPECT_GT(busy->cpu_ms, 5 * idle->cpu_ms);
}

TEST(Child, PeakIsThatOfTheLargestMoment) {
  if (self_peak_mb() > 100) GTEST_SKIP() << "this process has grown larger than what it starts";
  const auto small = run({"true"});
  const auto large = run({"sh", "-c", "head -c 200000000 /dev/zero | tail -c 200000000 | wc -c"});
  ASSERT_TRUE(small && large);
  EXPECT_GT(large->peak_mb, small->peak_mb + 100);
}

}  // namespace
}  // namespace vermilion::speed
