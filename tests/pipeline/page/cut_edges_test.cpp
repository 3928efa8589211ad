#include "pipeline/page/cut_edges.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::pipeline::page {
namespace {

using Edges = std::vector<std::string>;

const cv::Size kPage(1240, 1754);

Edges cut(const cv::Mat1b& luma) {
  const auto page = tests::page_of(luma);
  return cut_edges(page.pyramid, page.light, page.lines);
}

cv::Mat1b framed(const cv::Rect& frame) {
  cv::Mat1b page(kPage, uchar{245});
  cv::rectangle(page, frame, 60, 5);
  return page;
}

TEST(CutEdges, AreThoseThatPrintRunsInto) {
  const cv::Mat1b page = tests::text_page(kPage, 22);
  EXPECT_EQ(cut(page), Edges{});
  EXPECT_EQ(cut(page.colRange(200, 1240).clone()), Edges{"left"});
  EXPECT_EQ(cut(page.colRange(0, 800).clone()), Edges{"right"});
  EXPECT_EQ(cut(page.colRange(200, 700).clone()), (Edges{"left", "right"}));
}

TEST(CutEdges, AreThoseThatAFrameRunsInto) {
  EXPECT_EQ(cut(framed({60, 60, 1120, 1634})), Edges{});
  EXPECT_EQ(cut(framed({-100, 60, 1200, 1634})), Edges{"left"});
  EXPECT_EQ(cut(framed({60, 60, 1400, 1634})), Edges{"right"});
  EXPECT_EQ(cut(framed({60, -100, 1120, 1700})), Edges{"top"});
  EXPECT_EQ(cut(framed({60, 60, 1120, 1900})), Edges{"bottom"});
}

TEST(CutEdges, FoldsAndStreaksFromEdgeToEdgeTellNothing) {
  cv::Mat1b page = tests::text_page(kPage, 22);
  for (const int x : {300, 700}) cv::line(page, {x, 0}, {x + 8, 1753}, 90, 3);
  for (const int y : {500, 1200}) cv::line(page, {0, y}, {1239, y + 10}, 90, 3);
  page(cv::Rect(0, 0, 3, 1754)).setTo(40);  // the shadow of the lid
  const auto looked_at = tests::page_of(page);
  EXPECT_EQ(cut_edges(looked_at.pyramid, looked_at.light, {.level = 1}), Edges{});
}

TEST(CutEdges, OneStrokeAtAnEdgeIsNoFrame) {
  cv::Mat1b page = tests::text_page(kPage, 22);
  cv::line(page, {0, 60}, {400, 60}, 60, 4);
  cv::line(page, {1100, 1500}, {1100, 1753}, 60, 4);
  EXPECT_EQ(cut(page), Edges{});
}

TEST(CutEdges, BlankAndTinyPicturesHaveNone) {
  EXPECT_EQ(cut(cv::Mat1b(kPage, uchar{245})), Edges{});
  EXPECT_EQ(cut(cv::Mat1b(16, 16, uchar{245})), Edges{});
  EXPECT_EQ(cut(cv::Mat1b(16, 3000, uchar{245})), Edges{});
}

}  // namespace
}  // namespace vermilion::pipeline::page
