#include "pipeline/page/sheet.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::page {
namespace {

TEST(Sheet, OfA4StandsOrLies) {
  EXPECT_TRUE(is_a4({1654, 2339}, 0.005));
  EXPECT_TRUE(is_a4({2339, 1654}, 0.005));
}

TEST(Sheet, CutByAMillimetreOrTwoIsA4WithSomeSlack) {
  EXPECT_TRUE(is_a4({1654, 2319}, 0.03));
  EXPECT_FALSE(is_a4({1654, 2319}, 0.005));
}

TEST(Sheet, OfLetterOrOfAScreenIsNotA4) {
  EXPECT_FALSE(is_a4({1700, 2200}, 0.03));
  EXPECT_FALSE(is_a4({1080, 2340}, 0.03));
  EXPECT_NEAR(proportion({1080, 2340}), 2.167, 0.001);
}

}  // namespace
}  // namespace vermilion::pipeline::page
