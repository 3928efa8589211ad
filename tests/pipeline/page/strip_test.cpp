#include "pipeline/page/strip.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

namespace vermilion::pipeline::page {
namespace {

struct Lying {
  float height;
  float slope_deg;
};

TextLine line_of(const Lying& how) {
  return {.centre = {800.3F, 600.7F},
          .length = 18 * how.height,
          .height = how.height,
          .slope_rad = how.slope_deg * std::numbers::pi_v<float> / 180};
}

class StripOf : public testing::TestWithParam<Lying> {};

// A dot on the line is looked for in the strip, and the strip's word for where it lies is checked.
TEST_P(StripOf, ALineMapsBackToThePageWithinAPixel) {
  const TextLine line = line_of(GetParam());
  const cv::Point2f along(std::cos(line.slope_rad), std::sin(line.slope_rad));
  for (const float at : {-0.45F, 0.0F, 0.4F}) {
    const cv::Point2f dot = line.centre + along * (at * line.length);
    cv::Mat1b luma(1200, 1600, uchar{240});
    const float radius = std::max(2.0F, line.height / 8);
    cv::circle(luma, cv::Point(cvRound(dot.x * 16), cvRound(dot.y * 16)), cvRound(radius * 16), 20,
               cv::FILLED, cv::LINE_AA, 4);
    const Strip strip = strip_of(Pyramid({.luma = luma}), line);
    const cv::Moments m = cv::moments(strip.darkness);
    ASSERT_GT(m.m00, 0);
    const cv::Point2f found =
        strip.page_point(static_cast<float>(m.m10 / m.m00), static_cast<float>(m.m01 / m.m00));
    // Half a pixel of the level it was taken from comes on top.
    EXPECT_LT(cv::norm(found - dot), std::max(1.0F, 0.06F * line.height)) << at;
  }
}

TEST_P(StripOf, ALineHasCharactersOfOneHeight) {
  const TextLine line = line_of(GetParam());
  cv::Mat1b luma(1200, 1600, uchar{240});
  tests::draw(luma, {line.centre, line.length, line.height, GetParam().slope_deg});
  const Strip strip = strip_of(Pyramid({.luma = luma}), line);
  const cv::Rect ink = cv::boundingRect(strip.darkness > 110);
  EXPECT_NEAR(ink.height, kStripCharacterHeight, 4);
  EXPECT_NEAR(ink.x, kStripMargin, 6);
  EXPECT_NEAR(strip.darkness.cols - ink.br().x, kStripMargin, 16);
  EXPECT_NEAR(strip.enlargement, kStripCharacterHeight / line.height, 1e-4);
}

INSTANTIATE_TEST_SUITE_P(Strip, StripOf,
                         testing::Values(Lying{12, 0}, Lying{16, 3}, Lying{24, -5}, Lying{30, 1},
                                         Lying{60, -2}),
                         [](const auto& line) {
                           return "Of" + std::to_string(static_cast<int>(line.param.height));
                         });

// Half of the light is lost towards the left.
cv::Mat1b shaded(cv::Mat1b page) {
  for (int x = 0; x < page.cols; ++x) {
    page.col(x).convertTo(page.col(x), CV_8U, 0.5 + 0.5 * x / page.cols);
  }
  return page;
}

TEST(Strip, ShadedPaperComesOutLevel) {
  const TextLine line{.centre = {800, 200}, .length = 900, .height = 24};
  const cv::Mat1b blank(400, 1600, uchar{245});
  EXPECT_LT(cv::mean(strip_of(Pyramid({.luma = shaded(blank.clone())}), line).darkness)[0], 12);
  cv::Mat1b printed = blank.clone();
  tests::draw(printed, {line.centre, line.length, line.height});
  const cv::Mat darkness = strip_of(Pyramid({.luma = shaded(printed)}), line).darkness;
  for (const int begin : {40, darkness.cols - 140}) {
    double paper = 255;
    double ink = 0;
    cv::minMaxLoc(darkness(cv::Rect(begin, darkness.rows / 2 - 12, 100, 24)), &paper, &ink);
    EXPECT_GT(ink, 130) << begin;
    EXPECT_LT(paper, 30) << begin;
  }
}

TEST(Strip, LineOverTheEdgeOfThePageIsStillCut) {
  const Pyramid pyramid({.luma = tests::text_page({300, 200}, 16)});
  for (const cv::Point2f centre :
       {cv::Point2f(0, 0), cv::Point2f(300, 100), cv::Point2f(150, 199)}) {
    const Strip strip = strip_of(pyramid, {.centre = centre, .length = 280, .height = 16});
    EXPECT_FALSE(strip.darkness.empty());
  }
}

TEST(Strip, EndlessLineStaysWithinTheBound) {
  const Pyramid pyramid({.luma = cv::Mat1b(64, 15'000, uchar{240})});
  const Strip strip = strip_of(pyramid, {.centre = {7500, 32}, .length = 15'000, .height = 5});
  EXPECT_LE(strip.darkness.cols, 2000);
}

}  // namespace
}  // namespace vermilion::pipeline::page
