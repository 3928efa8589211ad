#include "bench/calibrate/tally.hpp"

#include <gtest/gtest.h>

namespace vermilion::calibrate {
namespace {

// Scans whose measurement is flagged from a threshold on, as a check with a minimum does.
std::vector<bool> flagged_below(double measured, const std::vector<double>& thresholds) {
  std::vector<bool> flagged;
  for (const double threshold : thresholds) flagged.push_back(measured < threshold);
  return flagged;
}

TEST(Tally, SharesAreExactFractionsOfTheScans) {
  const std::vector<double> thresholds{0, 0.25, 0.5, 0.75, 1};
  Tally tally(thresholds.size());
  for (const double measured : {0.1, 0.3, 0.6, 0.7, 0.75, 2.0, 0.2, 0.4}) {
    tally.add(flagged_below(measured, thresholds));
  }
  EXPECT_EQ(tally.scans(), 8);
  EXPECT_EQ(tally.share(0), 0);
  EXPECT_EQ(tally.share(1), 2.0 / 8);
  EXPECT_EQ(tally.share(2), 4.0 / 8);
  EXPECT_EQ(tally.share(3), 6.0 / 8);  // 0.75 itself is not below
  EXPECT_EQ(tally.share(4), 7.0 / 8);
}

TEST(Tally, StricterThresholdNeverCatchesLess) {
  std::vector<double> thresholds;
  for (int i = 0; i <= 100; ++i) thresholds.push_back(i / 100.0);
  Tally tally(thresholds.size());
  for (int i = 0; i < 37; ++i)
    tally.add(flagged_below(i * 0.61803 - i * 61803 / 100000, thresholds));
  for (std::size_t i = 1; i < tally.values(); ++i) EXPECT_GE(tally.hits(i), tally.hits(i - 1)) << i;
}

TEST(Tally, NoScanGivesNoShare) {
  EXPECT_EQ(Tally(3).share(1), 0);
  EXPECT_EQ(Tally(3).scans(), 0);
}

}  // namespace
}  // namespace vermilion::calibrate
