#include "pipeline/page/area.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <ostream>

namespace vermilion::pipeline::page {
namespace {

const cv::Size kSheet(1240, 1754);
const cv::Size kScreen(1300, 2800);
const cv::Rect kPlace(30, 500, 1240, 1754);

// A page in a viewer with a bar of its own colour at either end.
cv::Mat1b on_screen(uchar margin, uchar bar, int paper) {
  cv::Mat1b screen(kScreen, margin);
  screen.rowRange(0, 230).setTo(bar);
  screen.rowRange(2600, 2800).setTo(bar);
  cv::putText(screen, "9:41", {80, 60}, cv::FONT_HERSHEY_SIMPLEX, 1.5, bar < 128 ? 230 : 30, 3);
  cv::Mat1b page = tests::text_page(kSheet, 22, 0, paper);
  tests::add_noise(page, 1, samples::Random(1));
  tests::paste(screen, page, kPlace.tl());
  return screen;
}

struct Look {
  const char* name;
  uchar margin;
  uchar bar;
  int paper;
};
void PrintTo(const Look& look, std::ostream* out) {
  *out << look.name;
}

class AreaOfAScreenshot : public testing::TestWithParam<Look> {};

TEST_P(AreaOfAScreenshot, IsThePage) {
  const auto [name, margin, bar, paper] = GetParam();
  const auto area = area_of(on_screen(margin, bar, paper));
  ASSERT_TRUE(area);
  EXPECT_NEAR(area->x, kPlace.x, 2);
  EXPECT_NEAR(area->y, kPlace.y, 2);
  EXPECT_NEAR(area->br().x, kPlace.br().x, 2);
  EXPECT_NEAR(area->br().y, kPlace.br().y, 2);
  EXPECT_EQ((area->x | area->y | area->width | area->height) % 2, 0);
}

TEST_P(AreaOfAScreenshot, IsThePageOnItsSideToo) {
  const auto [name, margin, bar, paper] = GetParam();
  const cv::Mat turned = on_screen(margin, bar, paper).t();
  const auto area = area_of(turned);
  ASSERT_TRUE(area);
  EXPECT_NEAR(area->x, kPlace.y, 2);
  EXPECT_NEAR(area->y, kPlace.x, 2);
}

INSTANTIATE_TEST_SUITE_P(Area, AreaOfAScreenshot,
                         testing::Values(Look{"Black", 0, 0, 248}, Look{"Dark", 18, 40, 250},
                                         Look{"PdfViewer", 84, 50, 250},
                                         Look{"PdfViewerWithWhiteBars", 84, 250, 250},
                                         Look{"Messenger", 237, 237, 250},
                                         Look{"WhiteAroundGreyPaper", 255, 255, 240}),
                         [](const auto& look) { return look.param.name; });

TEST(Area, PageThatFillsThePictureHasNone) {
  EXPECT_FALSE(area_of(tests::text_page(kSheet, 22)));
  EXPECT_FALSE(area_of(tests::text_page({1240, 1240}, 22)));
  EXPECT_FALSE(area_of(cv::Mat1b(2800, 1300, uchar{245})));
  EXPECT_FALSE(area_of(cv::Mat1b(16, 16, uchar{245})));
}

// The lid around a small sheet on a glass of A4.
TEST(Area, PictureWithTheProportionsOfASheetHasNone) {
  cv::Mat1b glass(kSheet, uchar{30});
  tests::paste(glass, tests::text_page({900, 1200}, 22), {100, 100});
  EXPECT_FALSE(area_of(glass));
}

TEST(Area, DeskIsNoFrame) {
  cv::Mat1b desk(kScreen, uchar{90});
  tests::add_noise(desk, 20, samples::Random(2));
  tests::paste(desk, tests::text_page(kSheet, 22), kPlace.tl());
  EXPECT_FALSE(area_of(desk));
}

// The second of two documents is no frame, however white its paper.
TEST(Area, SmallerDocumentBesideALargerOneStays) {
  cv::Mat1b both(2800, 1760, uchar{240});
  tests::paste(both, tests::text_page({1754, 1240}, 22), {0, 0});
  tests::paste(both, tests::text_page({1000, 1500}, 22), {0, 1290});
  EXPECT_FALSE(area_of(both));
}

}  // namespace
}  // namespace vermilion::pipeline::page
