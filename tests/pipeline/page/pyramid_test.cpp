#include "pipeline/page/pyramid.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

namespace vermilion::pipeline::page {
namespace {

struct Picture {
  int width;
  int height;
};
void PrintTo(const Picture& size, std::ostream* out) {
  *out << size.width << "x" << size.height;
}

class PyramidOf : public testing::TestWithParam<Picture> {
 protected:
  Pyramid pyramid() const {
    const auto [width, height] = GetParam();
    return Pyramid(tests::planes_of(cv::Mat3b(height, width, cv::Vec3b(200, 100, 50))));
  }
};

TEST_P(PyramidOf, EveryLevelIsHalfOfTheOneBelow) {
  const Pyramid levels = pyramid();
  ASSERT_GE(levels.levels(), 2);
  EXPECT_EQ(levels.luma(0).size(), cv::Size(GetParam().width, GetParam().height));
  for (int level = 1; level < levels.levels(); ++level) {
    EXPECT_EQ(levels.luma(level).cols, levels.luma(level - 1).cols / 2);
    EXPECT_EQ(levels.luma(level).rows, levels.luma(level - 1).rows / 2);
    EXPECT_FALSE(levels.luma(level).empty());
  }
}

TEST_P(PyramidOf, ColourLiesOverTheBrightnessOfItsLevel) {
  const Pyramid levels = pyramid();
  ASSERT_TRUE(levels.coloured());
  for (int level = 1; level < levels.levels(); ++level) {
    EXPECT_EQ(levels.cb(level).size(), levels.luma(level).size()) << level;
    EXPECT_EQ(levels.cr(level).size(), levels.luma(level).size()) << level;
  }
}

TEST_P(PyramidOf, LevelWithASideIsTheCoarsestThatStillHasIt) {
  const Pyramid levels = pyramid();
  const auto longer = [&](int level) {
    return std::max(levels.luma(level).cols, levels.luma(level).rows);
  };
  for (const int side : {1, 100, 128, 256, 512, 1000, 5000}) {
    const int level = levels.level_with_side(side);
    EXPECT_TRUE(longer(level) >= side || level == 0) << side;
    EXPECT_TRUE(level + 1 == levels.levels() || longer(level + 1) < side) << side;
  }
}

TEST_P(PyramidOf, LevelWhereALengthIsShortEnoughIsTheFinest) {
  const Pyramid levels = pyramid();
  for (const float length : {1.0F, 39.9F, 40.0F, 41.0F, 160.0F, 1e6F}) {
    const int level = levels.level_where(length, 40);
    const auto at = [&](int k) { return length / static_cast<float>(1 << k); };
    EXPECT_TRUE(at(level) < 40 || level + 1 == levels.levels()) << length;
    EXPECT_TRUE(level == 0 || at(level - 1) >= 40) << length;
  }
}

TEST_P(PyramidOf, OneColourStaysThatColour) {
  const Pyramid levels = pyramid();
  const int top = levels.levels() - 1;
  EXPECT_NEAR(cv::mean(levels.luma(top))[0], cv::mean(levels.luma(0))[0], 0.6);
  EXPECT_NEAR(cv::mean(levels.cr(top))[0], cv::mean(levels.cr(1))[0], 0.6);
  EXPECT_GT(cv::mean(levels.cr(top))[0], 160);
}

INSTANTIATE_TEST_SUITE_P(Pyramid, PyramidOf,
                         testing::Values(Picture{16, 16}, Picture{17, 19}, Picture{16, 1000},
                                         Picture{255, 257}, Picture{256, 256}, Picture{641, 479},
                                         Picture{1654, 2339}));

TEST(PyramidOfGrey, HasNoColour) {
  const Pyramid pyramid({.luma = cv::Mat1b(300, 200, uchar{7})});
  EXPECT_FALSE(pyramid.coloured());
  EXPECT_EQ(pyramid.luma(1).at<uchar>(10, 10), 7);
}

TEST(PyramidOfPoints, PixelIsTheMeanOfTheFourBelow) {
  cv::Mat1b luma(64, 64, uchar{0});
  luma(20, 30) = 100;
  luma(21, 31) = 60;
  const Pyramid pyramid({.luma = luma});
  EXPECT_EQ(pyramid.luma(1).at<uchar>(10, 15), 40);
  EXPECT_EQ(cv::countNonZero(pyramid.luma(1)), 1);
}

}  // namespace
}  // namespace vermilion::pipeline::page
