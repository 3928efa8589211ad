#include "bench/speed/statistics.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace vermilion::speed {
namespace {

TEST(Statistics, QuantilesAreValuesThatWereMeasured) {
  EXPECT_EQ(median({3, 1, 2}), 2);
  EXPECT_EQ(median({4, 1, 3, 2}), 2);
  EXPECT_EQ(median({7}), 7);
  EXPECT_EQ(quantile({3, 1, 2}, 0), 1);
  EXPECT_EQ(quantile({3, 1, 2}, 1), 3);
}

TEST(Statistics, NineteenOfTwentyDoNotExceedTheP95) {
  std::vector<double> values(20);
  std::iota(values.rbegin(), values.rend(), 1);
  EXPECT_EQ(p95(values), 19);
  values.resize(3);
  EXPECT_EQ(p95(values), 20);
}

TEST(Statistics, MeanIsOverAllValues) {
  EXPECT_DOUBLE_EQ(mean({1, 2, 6}), 3);
}

}  // namespace
}  // namespace vermilion::speed
