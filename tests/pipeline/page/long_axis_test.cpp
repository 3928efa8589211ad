#include "pipeline/page/long_axis.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace vermilion::pipeline::page {
namespace {

// A band of pixels, 80 long and 6 high, around a point.
Moments band(cv::Point2d centre, double slope_rad) {
  Moments moments;
  for (double u = -40; u < 40; u += 0.25) {
    for (double v = -3; v < 3; v += 0.25) {
      moments.add(centre.x + u * std::cos(slope_rad) - v * std::sin(slope_rad),
                  centre.y + u * std::sin(slope_rad) + v * std::cos(slope_rad));
    }
  }
  return moments;
}

class LongAxisOf : public testing::TestWithParam<double> {};

TEST_P(LongAxisOf, BandRunsThroughItsMiddleAlongIt) {
  const LongAxis axis = band({300, 200}, GetParam()).long_axis();
  EXPECT_NEAR(axis.centre.x, 300, 0.2);
  EXPECT_NEAR(axis.centre.y, 200, 0.2);
  EXPECT_NEAR(std::sin(axis.slope_rad - GetParam()), 0, 1e-3);
  EXPECT_NEAR(std::sqrt(12 * axis.across), 6, 0.05);
}

INSTANTIATE_TEST_SUITE_P(, LongAxisOf, testing::Values(0, 0.02, -0.3, 0.78, 1.5, -1.57));

TEST(LongAxisOfWeights, HeavierPixelsDrawTheLine) {
  Moments moments;
  for (int x = 0; x < 50; ++x) {
    moments.add(x, 10, 1);
    moments.add(x, 20, 3);
  }
  EXPECT_DOUBLE_EQ(moments.sum(), 200);
  EXPECT_NEAR(moments.long_axis().centre.y, 17.5, 1e-9);
}

TEST(LongAxisOfRuns, IsThatOfTheirPixels) {
  Moments runs;
  Moments pixels;
  for (int row = 3; row < 40; row += 3) {
    runs.add_run(2 * row, 5 * row + 1, row);
    for (int x = 2 * row; x < 5 * row + 1; ++x) pixels.add(x, row);
  }
  EXPECT_EQ(runs.sum(), pixels.sum());
  EXPECT_EQ(runs.long_axis().centre, pixels.long_axis().centre);
  EXPECT_EQ(runs.long_axis().slope_rad, pixels.long_axis().slope_rad);
  EXPECT_EQ(runs.long_axis().across, pixels.long_axis().across);
}

TEST(LongAxisOfWeights, OnePixelHasNoWidth) {
  Moments moments;
  moments.add(1e4, 1e4);
  EXPECT_GE(moments.long_axis().across, 0);
  EXPECT_NEAR(moments.long_axis().across, 0, 1e-6);
}

}  // namespace
}  // namespace vermilion::pipeline::page
