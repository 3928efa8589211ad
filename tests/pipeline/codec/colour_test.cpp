#include "pipeline/codec/colour.hpp"

#include "tests/support/reference_planes.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace vermilion::pipeline::codec {
namespace {

using samples::hostile::Picture;

Planes converted(const Picture& picture) {
  RgbToPlanes rows(picture.width, picture.height, true);
  for (int y = 0; y < picture.height; ++y) {
    std::memcpy(rows.row(), picture.row(y), 3 * static_cast<std::size_t>(picture.width));
    rows.next();
  }
  return rows.take();
}

void expect_planes_of(const Picture& picture) {
  const Planes planes = converted(picture);
  const Planes expected = tests::reference_planes(picture);
  EXPECT_LE(tests::largest_difference(planes.luma, expected.luma), 1);
  EXPECT_LE(tests::largest_difference(planes.cb, expected.cb), 1);
  EXPECT_LE(tests::largest_difference(planes.cr, expected.cr), 1);
}

Picture noise(int width, int height) {
  std::mt19937 generator(7);
  Picture picture{width, height, {}};
  for (int i = 0; i < 3 * width * height; ++i) {
    picture.rgb.push_back(static_cast<std::uint8_t>(generator()));
  }
  return picture;
}

TEST(Colour, EveryColourIsWithinOneOfTheFormula) {
  // Blocks of two by two pixels of one colour, all colours in steps of 5 and 15.
  Picture picture{2 * 52, 2 * 52 * 18, {}};
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      picture.rgb.push_back(static_cast<std::uint8_t>(x / 2 * 5));
      picture.rgb.push_back(static_cast<std::uint8_t>(y / 2 % 52 * 5));
      picture.rgb.push_back(static_cast<std::uint8_t>(y / 2 / 52 * 15));
    }
  }
  expect_planes_of(picture);
}

TEST(Colour, NoiseIsAveragedWithinOneOfTheFormula) {
  expect_planes_of(noise(200, 100));
}

TEST(Colour, OddEdgesAverageThePixelsThereAre) {
  for (int width = 16; width < 20; ++width) {
    for (int height = 16; height < 20; ++height) expect_planes_of(noise(width, height));
  }
  expect_planes_of(noise(1, 1));
}

TEST(Colour, GreyStaysExactlyGrey) {
  Picture picture{256, 3, {}};
  for (int y = 0; y < 3; ++y) {
    for (int x = 0; x < 256; ++x) picture.rgb.insert(picture.rgb.end(), 3, std::uint8_t(x));
  }
  const Planes planes = converted(picture);
  for (int x = 0; x < 256; ++x) EXPECT_EQ(planes.luma.at<std::uint8_t>(2, x), x);
  EXPECT_EQ(cv::countNonZero(planes.cb != 128), 0);
  EXPECT_EQ(cv::countNonZero(planes.cr != 128), 0);
}

TEST(Colour, GreyPictureHasNoChroma) {
  RgbToPlanes rows(5, 1, false);
  std::memset(rows.row(), 77, 15);
  rows.next();
  const Planes planes = rows.take();
  EXPECT_FALSE(planes.coloured());
  EXPECT_EQ(cv::countNonZero(planes.luma != 77), 0);
}

TEST(Colour, BlankPlanesAreZero) {
  const Planes planes = blank_planes(33, 17, true);
  EXPECT_EQ(planes.luma.size(), cv::Size(33, 17));
  EXPECT_EQ(planes.cb.size(), cv::Size(17, 9));
  EXPECT_EQ(planes.cr.size(), cv::Size(17, 9));
  EXPECT_EQ(cv::countNonZero(planes.luma) + cv::countNonZero(planes.cb), 0);
}

}  // namespace
}  // namespace vermilion::pipeline::codec
