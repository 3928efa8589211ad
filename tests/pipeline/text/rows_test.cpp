#include "pipeline/text/rows.hpp"

#include <gmock/gmock.h>

namespace vermilion::pipeline::text {
namespace {

page::TextLine line(float left, float right, float y, float height = 20) {
  return {.centre = {(left + right) / 2, y}, .length = right - left, .height = height};
}

// Nothing else is printed.
page::TextLines lines(std::vector<page::TextLine> stretches) {
  return {.level = 0, .print = cv::Mat1b::zeros(300, 600), .lines = std::move(stretches)};
}

TEST(Rows, PrintTooShortToBeAStretchIsFollowed) {
  page::TextLines page = lines({line(200, 300, 50)});
  page.print(cv::Rect(140, 44, 40, 12)) = 255;
  page.print(cv::Rect(325, 44, 20, 12)) = 255;
  page.print(cv::Rect(400, 44, 20, 12)) = 255;
  const auto rows = rows_of(page);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_NEAR(rows[0].centre.x - rows[0].length / 2, 140, 3);
  EXPECT_NEAR(rows[0].centre.x + rows[0].length / 2, 345, 3);
}

TEST(Rows, StretchesOfOneRowAreJoinedOverABracket) {
  const auto rows = rows_of(lines({line(100, 240, 50), line(262, 400, 52)}));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_NEAR(rows[0].length, 300, 1);
  EXPECT_NEAR(rows[0].centre.x, 250, 1);
}

TEST(Rows, ColumnsSideBySideStayApart) {
  EXPECT_EQ(rows_of(lines({line(100, 240, 50), line(330, 500, 50)})).size(), 2u);
}

TEST(Rows, RowsBelowEachOtherStayApart) {
  EXPECT_EQ(rows_of(lines({line(100, 240, 50), line(245, 400, 75)})).size(), 2u);
}

TEST(Rows, PrintOfAnotherSizeStaysApart) {
  EXPECT_EQ(rows_of(lines({line(100, 240, 50, 20), line(250, 400, 50, 40)})).size(), 2u);
}

TEST(Rows, RowsComeFromTopToBottom) {
  const auto rows = rows_of(lines({line(300, 500, 90), line(100, 240, 200), line(400, 500, 20)}));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_LT(rows[0].centre.y, rows[1].centre.y);
  EXPECT_LT(rows[1].centre.y, rows[2].centre.y);
}

}  // namespace
}  // namespace vermilion::pipeline::text
