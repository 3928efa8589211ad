#include "samples/capture/light.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace vermilion::samples::capture {
namespace {

Picture plain(int level) {
  return Picture(200, 300, cv::Vec3b(cv::Vec3b::all(static_cast<std::uint8_t>(level))));
}

// Black on the left, white on the right.
Picture edge() {
  Picture picture = plain(255);
  picture(cv::Rect(0, 0, 150, 200)).setTo(cv::Scalar(0, 0, 0));
  return picture;
}

double deviation(const Picture& picture) {
  cv::Scalar mean;
  cv::Scalar spread;
  cv::meanStdDev(picture, mean, spread);
  return spread[1];
}

// Columns between 10 and 90 % of the way from black to white.
int rise(const Picture& picture) {
  int columns = 0;
  for (int x = 0; x < picture.cols; ++x) {
    const int level = picture(100, x)[0];
    columns += level > 25 && level < 230 ? 1 : 0;
  }
  return columns;
}

TEST(Light, BlurWidensAnEdgeByItsDeviation) {
  for (const double sigma : {2.0, 4.0}) {
    Picture picture = edge();
    blur(picture, sigma);
    EXPECT_NEAR(rise(picture), 2.563 * sigma, 1.6);  // 10 to 90 % of a normal distribution
  }
}

TEST(Light, BlurOfNothingChangesNothing) {
  Picture picture = edge();
  blur(picture, 0.1);
  EXPECT_EQ(rise(picture), 0);
}

TEST(Light, ShakeKeepsPlainPaperAndLength) {
  Picture picture = plain(200);
  Random random(1);
  shake(picture, 5, random);
  EXPECT_EQ(deviation(picture), 0);
  Picture dot = plain(0);
  dot(100, 150) = cv::Vec3b(250, 250, 250);
  shake(dot, 5, random);
  EXPECT_EQ(cv::countNonZero(cv::Mat(dot).reshape(1)), 15);  // five places in three channels
}

TEST(Light, GrainHasTheAskedDeviationAndKeepsTheMean) {
  for (const double asked : {2.0, 8.0}) {
    Picture picture = plain(128);
    Random random(3);
    grain(picture, asked, random);
    EXPECT_NEAR(deviation(picture), asked, asked * 0.1);
    EXPECT_NEAR(cv::mean(picture)[1], 128, 0.5);
  }
}

TEST(Light, ToneMapsBlackAndWhiteOfEachChannel) {
  Picture picture = edge();
  tone(picture, {{10, 20, 30}, {250, 240, 230}});
  EXPECT_EQ(picture(0, 0), cv::Vec3b(10, 20, 30));
  EXPECT_EQ(picture(0, 299), cv::Vec3b(250, 240, 230));
}

TEST(Light, ShadeTakesLightFromOneSideAndNoMoreThanItsShare) {
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    Picture picture = plain(255);
    Random random(seed);
    shade(picture, 0.3, random);
    double least = 255;
    double most = 0;
    cv::minMaxLoc(cv::Mat(picture).reshape(1), &least, &most);
    EXPECT_GT(least, 255 * (1 - 0.3) * (1 - 0.1) - 6);
    EXPECT_GT(most - least, 40);
  }
}

TEST(Light, VignetteDarkensCornersOnly) {
  Picture picture = plain(255);
  vignette(picture, 0.3);
  EXPECT_GT(picture(100, 150)[0], 252);
  EXPECT_NEAR(picture(0, 0)[0], 255 * 0.7, 6);
}

}  // namespace
}  // namespace vermilion::samples::capture
