#include "samples/texture.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace vermilion::samples {
namespace {

// Mean difference of neighbours: the finer the relief, the larger.
double roughness(const Mask& relief) {
  double sum = 0;
  for (int y = 0; y < relief.rows; ++y) {
    for (int x = 1; x < relief.cols; ++x) sum += std::abs(relief(y, x) - relief(y, x - 1));
  }
  return sum / (relief.rows * (relief.cols - 1.0));
}

TEST(Texture, ReliefFillsAnySizeAroundItsMiddle) {
  Random random(1);
  for (const double cell : {0.3, 1.0, 2.7, 40.0}) {
    const Mask made = relief({211, 97}, cell, random);
    EXPECT_EQ(made.size(), cv::Size(211, 97));
    EXPECT_NEAR(cv::mean(made)[0], 128, cell > 10 ? 40 : 10);
  }
}

TEST(Texture, WiderCellsAreSmoother) {
  Random random(2);
  const double fine = roughness(relief({200, 200}, 1, random));
  const double medium = roughness(relief({200, 200}, 5, random));
  const double coarse = roughness(relief({200, 200}, 25, random));
  EXPECT_GT(fine, 2 * medium);
  EXPECT_GT(medium, 2 * coarse);
}

}  // namespace
}  // namespace vermilion::samples
