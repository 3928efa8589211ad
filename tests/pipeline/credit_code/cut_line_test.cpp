#include "pipeline/credit_code/cut_line.hpp"

#include "pipeline/credit_code/line_net.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

namespace vermilion::pipeline::credit_code {
namespace {

struct Lying {
  float height;
  float slope_deg;
};

page::TextLine line_of(const Lying& how) {
  return {.centre = {800.3F, 600.7F},
          .length = 14 * how.height,
          .height = how.height,
          .slope_rad = how.slope_deg * std::numbers::pi_v<float> / 180};
}

class CutLineOf : public testing::TestWithParam<Lying> {};

cv::Point2f page_point(const CutLine& cut, cv::Point2f at) {
  const cv::Vec2f point = cut.to_page * cv::Vec3f(at.x, at.y, 1);
  return {point[0], point[1]};
}

TEST_P(CutLineOf, ADotMapsBackToThePage) {
  const page::TextLine line = line_of(GetParam());
  const cv::Point2f along(std::cos(line.slope_rad), std::sin(line.slope_rad));
  for (const bool reversed : {false, true}) {
    for (const float at : {-0.45F, 0.0F, 0.4F}) {
      const cv::Point2f dot = line.centre + along * (at * line.length);
      cv::Mat1b luma(1200, 1600, uchar{240});
      const float radius = std::max(2.0F, line.height / 8);
      cv::circle(luma, cv::Point(cvRound(dot.x * 16), cvRound(dot.y * 16)), cvRound(radius * 16),
                 20, cv::FILLED, cv::LINE_AA, 4);
      const CutLine cut =
          cut_line(page::Pyramid({.luma = luma}), line, {.reversed = reversed, .measured = false});
      cv::Mat dark;
      cv::subtract(cv::Scalar(200), cut.picture, dark);
      const cv::Moments m = cv::moments(dark);
      ASSERT_GT(m.m00, 0);
      const cv::Point2f found =
          page_point(cut, {static_cast<float>(m.m10 / m.m00), static_cast<float>(m.m01 / m.m00)});
      EXPECT_LT(cv::norm(found - dot), std::max(1.0F, 0.08F * line.height)) << at << reversed;
    }
  }
}

TEST_P(CutLineOf, CapitalsComeOutAtOneHeight) {
  const page::TextLine line = line_of(GetParam());
  cv::Mat1b luma(1200, 1600, uchar{240});
  tests::draw(luma, {line.centre, line.length, line.height, GetParam().slope_deg});
  // The line is told a fifth too high and off by a tenth: the print itself says better.
  page::TextLine told = line;
  told.height *= 1.2F;
  told.centre +=
      0.1F * line.height * cv::Point2f(-std::sin(line.slope_rad), std::cos(line.slope_rad));
  const CutLine cut = cut_line(page::Pyramid({.luma = luma}), told, {});
  EXPECT_EQ(cut.picture.size(), cv::Size(kLineColumns, kLineRows));
  const cv::Rect ink = cv::boundingRect(cut.picture < 150);
  EXPECT_NEAR(ink.height, kLineCapitals, 4);
  EXPECT_NEAR(ink.y + ink.height / 2.0, kLineRows / 2.0, 2);
}

INSTANTIATE_TEST_SUITE_P(, CutLineOf,
                         testing::Values(Lying{8, 0}, Lying{14, 3}, Lying{30, -7}, Lying{52, 90},
                                         Lying{30, 180}, Lying{20, -80}));

TEST(CutLine, ALineBeyondThePageIsBlank) {
  const page::Pyramid page({.luma = cv::Mat1b(200, 200, uchar{240})});
  const page::TextLine line{.centre = {2000, 2000}, .length = 100, .height = 10};
  const CutLine cut = cut_line(page, line, {.measured = false});
  EXPECT_EQ(cut.picture.size(), cv::Size(kLineColumns, kLineRows));
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
