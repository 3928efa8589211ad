#include "pipeline/page/gutter.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::page {
namespace {

const cv::Size kPage(2400, 1600);

// Thirty lines of print in a block.
void add_block(TextLines& lines, cv::Rect2f block) {
  for (int i = 0; i < 30; ++i) {
    const float y = block.y + block.height * (static_cast<float>(i) + 0.5F) / 30;
    lines.lines.push_back({{block.x + block.width / 2, y}, block.width, 16, 0});
  }
}

TEST(Gutter, LiesBetweenBlocksSideBySide) {
  TextLines lines;
  add_block(lines, {100, 200, 1000, 1300});
  add_block(lines, {1300, 200, 1000, 1300});
  const auto gutter = gutter_of(lines, kPage);
  ASSERT_TRUE(gutter);
  EXPECT_TRUE(gutter->upright);
  EXPECT_NEAR(gutter->at, 1200, 5);
  EXPECT_TRUE(gutter->same_side({100, 100}, {900, 1600}));
  EXPECT_FALSE(gutter->same_side({100, 100}, {1500, 100}));
}

TEST(Gutter, HasTheRestOfThePageBeyondIt) {
  const Gutter upright{.upright = true, .at = 1200.5F};
  EXPECT_EQ(upright.beyond({100, 100}, kPage), cv::Rect(1200, 0, 1200, 1600));
  EXPECT_EQ(upright.beyond({2000, 100}, kPage), cv::Rect(0, 0, 1200, 1600));
  const Gutter level{.upright = false, .at = 700};
  EXPECT_EQ(level.beyond({100, 100}, kPage), cv::Rect(0, 700, 2400, 900));
  EXPECT_EQ(level.beyond({100, 900}, kPage), cv::Rect(0, 0, 2400, 700));
}

TEST(Gutter, LiesBetweenBlocksBelowEachOther) {
  TextLines lines;
  add_block(lines, {100, 100, 2200, 600});
  add_block(lines, {100, 920, 2200, 600});
  const auto gutter = gutter_of(lines, kPage);
  ASSERT_TRUE(gutter);
  EXPECT_FALSE(gutter->upright);
  EXPECT_NEAR(gutter->at, 810, 45);
}

TEST(Gutter, OfASingleSheetIsBetweenParagraphs) {
  TextLines lines;
  add_block(lines, {100, 100, 1400, 900});
  add_block(lines, {100, 1300, 1400, 900});
  EXPECT_TRUE(gutter_of(lines, {1654, 2400}));
  EXPECT_FALSE(gutter_of(lines, {1654, 2339}));
}

TEST(Gutter, IsBridgedByALineAcross) {
  TextLines lines;
  add_block(lines, {100, 300, 1000, 1200});
  add_block(lines, {1300, 300, 1000, 1200});
  lines.lines.push_back({{1200, 100}, 800, 60, 0});  // the title of one document
  EXPECT_FALSE(gutter_of(lines, kPage));
}

TEST(Gutter, NeedsADocumentOnEitherSide) {
  TextLines lines;
  add_block(lines, {100, 200, 1000, 1300});
  lines.lines.push_back({{1800, 400}, 800, 20, 0});
  EXPECT_FALSE(gutter_of(lines, kPage));
  EXPECT_FALSE(gutter_of({}, kPage));
}

}  // namespace
}  // namespace vermilion::pipeline::page
