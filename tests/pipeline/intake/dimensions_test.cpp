#include "pipeline/intake/dimensions.hpp"

#include "pipeline/limits.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace vermilion::pipeline::intake {
namespace {

TEST(Dimensions, LargestSheetsOfEveryScannerFit) {
  EXPECT_TRUE(check_dimensions(4960, 7016));  // A4 at 600 dpi
  EXPECT_TRUE(check_dimensions(limits::kSide, limits::kPixels / limits::kSide));
  EXPECT_TRUE(check_dimensions(limits::kSideMin, limits::kSideMin));
}

TEST(Dimensions, BoundThatWasPassedIsNamed) {
  const auto too_long = check_dimensions(100, 16'001);
  ASSERT_FALSE(too_long);
  EXPECT_EQ(too_long.error().value, 16'001);
  EXPECT_EQ(too_long.error().threshold, limits::kSide);
  EXPECT_EQ(too_long.error().words.at("detail"), "100 x 16001");

  const auto too_small = check_dimensions(7, 100);
  ASSERT_FALSE(too_small);
  EXPECT_EQ(too_small.error().value, 7);
  EXPECT_EQ(too_small.error().threshold, limits::kSideMin);

  const auto too_many = check_dimensions(8'000, 5'001);
  ASSERT_FALSE(too_many);
  EXPECT_EQ(too_many.error().value, 40'008'000);
  EXPECT_EQ(too_many.error().threshold, limits::kPixels);
}

TEST(Dimensions, EveryClaimHasAnAnswer) {
  constexpr auto kMost = std::int64_t{std::numeric_limits<std::uint32_t>::max()};
  for (const std::int64_t side : {std::int64_t{0}, std::int64_t{-1}, -kMost, kMost}) {
    EXPECT_FALSE(check_dimensions(side, 100)) << side;
    EXPECT_FALSE(check_dimensions(100, side)) << side;
    EXPECT_FALSE(check_dimensions(side, side)) << side;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::intake
