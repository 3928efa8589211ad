#include "pipeline/text/large_rows.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace vermilion::pipeline::text {
namespace {

using tests::Row;

// Text of 14 pixels, and what is drawn besides.
std::vector<page::TextLine> found_on(const std::vector<Row>& rows, bool with_text = true) {
  const cv::Size size(828, 1170);
  cv::Mat1b page(size, uchar{245});
  if (with_text) {
    tests::text_page({size.width, size.height - 400}, 14)
        .copyTo(page(cv::Rect(0, 400, size.width, size.height - 400)));
  }
  for (const Row& row : rows) tests::draw(page, row);
  return large_rows_of(tests::page_of(page).lines);
}

// Characters of this height, so far apart, in the middle of the page.
std::vector<Row> title(float height, float apart, int characters, float y = 150,
                       float slope_deg = 0) {
  std::vector<Row> rows;
  const float step = height + apart;
  for (int i = 0; i < characters; ++i) {
    const float along = (static_cast<float>(i) - static_cast<float>(characters - 1) / 2) * step;
    rows.push_back({{414 + along, y + along * slope_deg * 0.01745F}, height, height, slope_deg});
  }
  return rows;
}

TEST(LargeRows, TitleIsARowHoweverFarApartItsCharactersStand) {
  for (const float apart : {8.0F, 30.0F, 60.0F, 90.0F}) {
    const auto rows = found_on(title(44, apart, 4));
    ASSERT_EQ(rows.size(), 1u) << apart;
    EXPECT_NEAR(rows[0].centre.x, 414, 10) << apart;
    EXPECT_NEAR(rows[0].centre.y, 150, 6) << apart;
    EXPECT_NEAR(rows[0].height, 44, 8) << apart;
    EXPECT_NEAR(rows[0].length, 4 * 44 + 3 * apart, 24) << apart;
  }
}

TEST(LargeRows, TextIsNone) {
  EXPECT_TRUE(found_on({}).empty());
}

TEST(LargeRows, OneLargeCharacterIsNone) {
  EXPECT_TRUE(found_on(title(44, 0, 1)).empty());
}

TEST(LargeRows, LargestIsFirst) {
  auto drawn = title(30, 20, 5, 100);
  for (const Row& row : title(50, 30, 4, 250)) drawn.push_back(row);
  const auto rows = found_on(drawn);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_NEAR(rows[0].centre.y, 250, 6);
  EXPECT_NEAR(rows[1].centre.y, 100, 6);
}

TEST(LargeRows, SlopeOfATitleIsItsOwn) {
  const auto rows = found_on(title(44, 40, 4, 150, 3));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_NEAR(rows[0].slope_rad, 3 * 0.01745, 0.02);
}

TEST(LargeRows, BlankPageHasNone) {
  EXPECT_TRUE(found_on({}, /*with_text=*/false).empty());
}

}  // namespace
}  // namespace vermilion::pipeline::text
