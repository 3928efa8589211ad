#include "pipeline/page/light.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::page {
namespace {

const cv::Size kPage(620, 877);

Light light_of_luma(const cv::Mat1b& luma) {
  return light_of(Pyramid({.luma = luma}));
}

TEST(Light, PaperAndInkOfAPageAreTheirBrightness) {
  for (const int paper : {140, 200, 250}) {
    cv::Mat1b page(kPage, static_cast<uchar>(paper));
    page(cv::Rect(0, 0, 620, 60)).setTo(35);  // 7 % of the page
    const Light light = light_of_luma(page);
    EXPECT_EQ(light.paper, paper);
    EXPECT_EQ(light.ink, 35);
    EXPECT_EQ(light.contrast(), paper - 35);
  }
}

TEST(Light, DeskAroundAPhotographedSheetIsNotItsPaper) {
  cv::Mat1b page(kPage, uchar{60});
  page(cv::Rect(100, 100, 420, 600)).setTo(215);  // half of the picture
  EXPECT_EQ(light_of_luma(page).paper, 215);
}

TEST(Light, FewGlaringPixelsAreNotThePaper) {
  cv::Mat1b page(kPage, uchar{190});
  page(cv::Rect(0, 0, 150, 200)).setTo(255);  // 5 %
  EXPECT_EQ(light_of_luma(page).paper, 190);
}

TEST(Light, PageOfOneBrightnessHasNoContrast) {
  for (const int value : {0, 128, 255}) {
    EXPECT_EQ(light_of_luma(cv::Mat1b(kPage, static_cast<uchar>(value))).contrast(), 0);
  }
}

TEST(Light, GreyPictureIsNeutral) {
  const Light light = light_of_luma(cv::Mat1b(kPage, uchar{200}));
  EXPECT_EQ(light.tint_cb, 128);
  EXPECT_EQ(light.tint_cr, 128);
}

TEST(Light, TintIsThatOfThePaperWhateverIsPrintedOnIt) {
  cv::Mat3b page(kPage, cv::Vec3b(250, 240, 215));
  page(cv::Rect(50, 50, 200, 400)).setTo(cv::Scalar(200, 30, 40));  // much red
  const Light light = tests::page_of(page).light;
  EXPECT_NEAR(light.tint_cb, 115, 2);
  EXPECT_NEAR(light.tint_cr, 134, 2);
}

TEST(Light, SmallestPictureIsAnswered) {
  EXPECT_EQ(light_of_luma(cv::Mat1b(16, 16, uchar{99})).paper, 99);
  EXPECT_EQ(tests::page_of(cv::Mat3b(17, 16, cv::Vec3b(99, 99, 99))).light.tint_cr, 128);
}

}  // namespace
}  // namespace vermilion::pipeline::page
