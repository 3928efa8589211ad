#include "pipeline/page/red_light.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace vermilion::pipeline::page {
namespace {

// Of one colour, given as Y Cb Cr.
Pyramid page_of(cv::Size size, int luma, int cb, int cr) {
  const cv::Size half((size.width + 1) / 2, (size.height + 1) / 2);
  return Pyramid({.luma = cv::Mat1b(size, static_cast<uchar>(luma)),
                  .cb = cv::Mat1b(half, static_cast<uchar>(cb)),
                  .cr = cv::Mat1b(half, static_cast<uchar>(cr))});
}

struct Colour {
  const char* name;
  int luma, cb, cr;
  int red;  // by ITU-T T.871
};

class RedLight : public testing::TestWithParam<Colour> {};

TEST_P(RedLight, IsTheRedOfTheColourAtEveryLevel) {
  const auto& [name, luma, cb, cr, red] = GetParam();
  const Pyramid page = page_of({301, 277}, luma, cb, cr);
  for (int level = 0; level < page.levels(); ++level) {
    const cv::Rect all({}, page.luma(level).size());
    const cv::Mat1b seen = red_light(page, level, all);
    EXPECT_EQ(seen.size(), all.size());
    EXPECT_EQ(cv::countNonZero(seen != red), 0) << "level " << level;
  }
}

INSTANTIATE_TEST_SUITE_P(, RedLight,
                         testing::Values(Colour{"White", 255, 128, 128, 255},
                                         Colour{"Black", 0, 128, 128, 0},
                                         Colour{"PureRed", 76, 85, 255, 254},
                                         Colour{"PureBlue", 29, 255, 107, 0},
                                         Colour{"MoreThanRed", 200, 100, 220, 255}),
                         [](const auto& colour) { return colour.param.name; });

TEST(RedLightWithin, IsThatPartOfTheWhole) {
  Pyramid page = page_of({64, 48}, 90, 128, 128);
  cv::Mat cr = page.cr(1);
  for (int x = 0; x < cr.cols; ++x) cr.col(x).setTo(100 + x);
  const cv::Mat1b whole = red_light(page, 1, {{}, page.luma(1).size()});
  const cv::Rect part(5, 3, 20, 10);
  EXPECT_EQ(cv::countNonZero(red_light(page, 1, part) != whole(part)), 0);
}

TEST(RedLightWithin, APartOfTheFinestLevelMayBeginAtAnyPixel) {
  const Pyramid page = page_of({65, 47}, 90, 128, 178);
  for (const cv::Rect part : {cv::Rect(0, 0, 65, 47), cv::Rect(1, 1, 64, 46),
                              cv::Rect(64, 46, 1, 1), cv::Rect(3, 2, 5, 7)}) {
    const cv::Mat1b seen = red_light(page, 0, part);
    EXPECT_EQ(seen.size(), part.size());
    EXPECT_EQ(cv::countNonZero(seen != 160), 0) << part;
  }
}

TEST(RedLightOfGrey, IsTheLuma) {
  const Pyramid page({.luma = cv::Mat1b(40, 40, uchar{77})});
  EXPECT_EQ(cv::countNonZero(red_light(page, 0, {0, 0, 40, 40}) != 77), 0);
}

}  // namespace
}  // namespace vermilion::pipeline::page
