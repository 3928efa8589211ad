#include "pipeline/page/text_lines.hpp"

#include "tests/support/pages.hpp"
#include "tests/support/prints.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>

namespace vermilion::pipeline::page {
namespace {

using tests::Row;

constexpr double kDegrees = 180 / std::numbers::pi;
const cv::Size kPage(1654, 2339);

// Lines are measured at a quarter of this page's size, and come out a pixel too high above and
// below.
constexpr double kSearchPixels = 8;

std::vector<TextLine> lines_of(const cv::Mat1b& luma) {
  return tests::page_of(luma).lines.lines;
}

cv::Mat1b with(const std::vector<Row>& rows, cv::Size size = kPage) {
  cv::Mat1b page(size, uchar{245});
  for (const Row& row : rows) tests::draw(page, row);
  return page;
}

TEST(TextLines, RowIsFoundWithItsPlaceLengthHeightAndSlope) {
  for (const float height : {22.0F, 30.0F, 44.0F}) {
    for (const float slope_deg : {-4.0F, -1.0F, 0.0F, 2.0F, 5.0F}) {
      const Row row{{800, 1200}, 900, height, slope_deg};
      const auto lines = lines_of(with({row}));
      ASSERT_EQ(lines.size(), 1U) << height << " at " << slope_deg;
      EXPECT_LT(cv::norm(lines[0].centre - row.centre), 0.5 * height);
      EXPECT_NEAR(lines[0].length, row.length, 1.2 * height);
      EXPECT_NEAR(lines[0].height, height, 0.05 * height + kSearchPixels);
      EXPECT_NEAR(lines[0].slope_rad * kDegrees, slope_deg, 0.3);
    }
  }
}

TEST(TextLines, SameRowIsFoundWhateverThePictureMeasures) {
  for (const double scale : {0.4, 0.75, 1.5}) {
    const auto s = static_cast<float>(scale);
    const Row row{{800 * s, 1200 * s}, 900 * s, 30 * s, 1.5F};
    const auto lines =
        lines_of(with({row}, cv::Size(cvRound(1654 * scale), cvRound(2339 * scale))));
    ASSERT_EQ(lines.size(), 1U) << scale;
    EXPECT_LT(cv::norm(lines[0].centre - row.centre), 0.5 * row.height);
    EXPECT_NEAR(lines[0].height, row.height, 0.35 * row.height);
    EXPECT_NEAR(lines[0].slope_rad * kDegrees, 1.5, 0.3);
  }
}

TEST(TextLines, HeightOfRealPrintIsThatOfItsDigits) {
  for (const double size_mm : {3.0, 4.2, 6.0}) {
    const cv::Mat3b sheet = tests::printed_line("91369999MA0000000X", {.size_mm = size_mm}, 1);
    cv::Mat3b page(kPage, cv::Vec3b(255, 255, 255));
    sheet.copyTo(page(cv::Rect({300, 900}, sheet.size())));
    const auto lines = tests::page_of(page).lines.lines;
    ASSERT_EQ(lines.size(), 1U) << size_mm;
    const double digits = 0.74 * size_mm * 200 / 25.4;  // of the em
    EXPECT_NEAR(lines[0].height, digits, kSearchPixels) << size_mm;
    EXPECT_NEAR(lines[0].slope_rad * kDegrees, 1, 0.3) << size_mm;
  }
}

TEST(TextLines, EveryRowOfAPageIsFoundFromTopToBottom) {
  const auto lines = lines_of(tests::text_page(kPage, 30));
  EXPECT_EQ(lines.size(), 33U);
  EXPECT_TRUE(
      std::ranges::is_sorted(lines, {}, [](const TextLine& line) { return line.centre.y; }));
}

TEST(TextLines, FaintPrintOnGreyPaperIsPrint) {
  cv::Mat1b page(kPage, uchar{190});
  tests::draw(page, {{800, 1200}, 900, 30}, 130);
  tests::draw(page, {{800, 600}, 900, 30}, 60);
  EXPECT_EQ(lines_of(page).size(), 2U);
}

TEST(TextLines, RowsBesideEachOtherStayApart) {
  EXPECT_EQ(lines_of(with({{{400, 600}, 400, 30}, {{1000, 600}, 400, 30}})).size(), 2U);
}

TEST(TextLines, RulesSpotsAndBlankPaperAreNoLines) {
  EXPECT_TRUE(lines_of(cv::Mat1b(kPage, uchar{245})).empty());
  EXPECT_TRUE(lines_of(cv::Mat1b(16, 16, uchar{245})).empty());
  cv::Mat1b page(kPage, uchar{245});
  page(cv::Rect(200, 500, 1200, 3)).setTo(30);  // a rule
  page(cv::Rect(300, 900, 60, 60)).setTo(30);   // a spot
  page(cv::Rect(900, 900, 24, 800)).setTo(30);  // an upright bar
  EXPECT_TRUE(lines_of(page).empty());
}

TEST(TextLines, NoiseOfACameraIsNoPrint) {
  cv::Mat1b page(kPage, uchar{200});
  tests::add_noise(page, 6, samples::Random(1));
  EXPECT_LT(lines_of(page).size(), 3U);
}

TEST(TextLines, PrintMapIsAsLargeAsItsLevel) {
  const auto page = tests::page_of(tests::text_page(kPage, 30));
  EXPECT_EQ(page.lines.print.size(), page.pyramid.luma(page.lines.level).size());
  EXPECT_GT(cv::countNonZero(page.lines.print), 1000);
}

TEST(TextLine, BoundsHoldItsCorners) {
  for (const float slope : {-0.3F, 0.0F, 0.2F}) {
    const TextLine line{.centre = {200, 100}, .length = 150, .height = 20, .slope_rad = slope};
    const cv::Point2f along(std::cos(slope) * 75, std::sin(slope) * 75);
    const cv::Point2f down(-std::sin(slope) * 10, std::cos(slope) * 10);
    cv::Rect2f bounds = line.bounds();
    bounds = {bounds.x - 0.01F, bounds.y - 0.01F, bounds.width + 0.02F, bounds.height + 0.02F};
    for (const auto& corner : {line.centre + along + down, line.centre + along - down,
                               line.centre - along + down, line.centre - along - down}) {
      EXPECT_TRUE(bounds.contains(corner)) << slope;
    }
    EXPECT_NEAR(bounds.height, 150 * std::abs(std::sin(slope)) + 20 * std::cos(slope), 0.1);
  }
}

}  // namespace
}  // namespace vermilion::pipeline::page
