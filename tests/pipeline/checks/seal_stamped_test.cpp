#include "pipeline/checks/seal_stamped.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::holder_seal;
using tests::overlap;
using tests::with;

TEST(SealStamped, ScreenOfAPrinterIsNotedWhereTheSealIs) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::SealPrinted, 75);
    const Report report = checked("seal_stamped", recipe);
    ASSERT_EQ(codes(report), "SEAL_PRINTED") << seed;
    const Finding& found = report.findings.front();
    EXPECT_EQ(found.level, Level::Note);
    EXPECT_GE(*found.value, *found.threshold);
    EXPECT_GT(overlap(*found.box, holder_seal(recipe)), 0.8);
  }
}

TEST(SealStamped, StampedSealIsNot) {
  for (const int dpi : {200, 300}) {
    for (const std::uint64_t seed : {1, 2, 3}) {
      EXPECT_EQ(codes(checked("seal_stamped", tests::at_dpi(dpi, a_stamped_copy(seed)))), "")
          << dpi << ' ' << seed;
    }
  }
}

// Blocks of JPEG are as regular as a screen.
TEST(SealStamped, CompressionIsNoScreen) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::JpegLowQuality, 20);
    EXPECT_EQ(codes(checked("seal_stamped", recipe)), "") << seed;
  }
}

TEST(SealStamped, PlanSetsTheScoreThatIsNoted) {
  const auto recipe = with(a_stamped_copy(), Defect::SealPrinted, 75);
  EXPECT_EQ(codes(checked("seal_stamped", recipe, {{"printed_max", 1.01}})), "");
}

TEST(SealStamped, CoarseScreenIsSeenInADenseScanToo) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(tests::at_dpi(300, a_stamped_copy(seed)), Defect::SealPrinted, 60);
    EXPECT_EQ(codes(checked("seal_stamped", recipe)), "SEAL_PRINTED") << seed;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::checks
