#include "samples/capture/copier.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vermilion::samples::capture {
namespace {

constexpr double kDpi = 150;

// Paper with a pale ground, black text, a red seal and a gold title, each a wide band.
Picture original() {
  Picture page(400, 300, cv::Vec3b(255, 255, 255));
  page(cv::Rect(0, 0, 300, 80)).setTo(cv::Scalar(244, 240, 222));
  page(cv::Rect(0, 100, 300, 60)).setTo(cv::Scalar(20, 20, 20));
  page(cv::Rect(0, 200, 300, 60)).setTo(cv::Scalar(204, 36, 43));
  page(cv::Rect(0, 300, 300, 60)).setTo(cv::Scalar(158, 125, 41));
  return page;
}

TEST(Copier, BlackAndWhiteLeavesNoColour) {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    Picture page = original();
    photocopy(page, kDpi, Random(seed));
    EXPECT_TRUE(std::ranges::all_of(
        page, [](const cv::Vec3b& pixel) { return pixel[0] == pixel[1] && pixel[1] == pixel[2]; }));
  }
}

TEST(Copier, BlackAndWhiteWashesOutPaleGroundsAndKeepsTheSealDark) {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    Picture page = original();
    photocopy(page, kDpi, Random(seed));
    EXPECT_GT(page(40, 150)[0], 240);
    EXPECT_LT(page(130, 150)[0], 60);
    EXPECT_LT(page(230, 150)[0], 130);
  }
}

TEST(Copier, ColourCopyKeepsRedRed) {
  Picture page = original();
  colour_copy(page, kDpi, Random(1));
  const cv::Vec3b red = page(230, 150);
  EXPECT_GT(red[0] - std::max(red[1], red[2]), 120);
}

}  // namespace
}  // namespace vermilion::samples::capture
