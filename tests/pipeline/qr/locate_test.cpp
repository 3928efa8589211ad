#include "pipeline/qr/locate.hpp"

#include "pipeline/limits.hpp"
#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::pipeline::qr {
namespace {

const std::string kPayload = "https://example.org/licence?uniscid=91369999MA00000000";

bool covers(const cv::Rect& region, const cv::Rect& symbol) {
  return (region & symbol).area() > 0.8 * symbol.area() && region.area() < 1.8 * symbol.area();
}

bool located(const cv::Mat1b& luma, const cv::Rect& symbol) {
  const auto page = tests::page_of(luma);
  return std::ranges::any_of(kGaps, [&](int gap) {
    return std::ranges::any_of(locate(page.pyramid, page.light, page.lines, gap),
                               [&](const cv::Rect& region) { return covers(region, symbol); });
  });
}

TEST(Locate, SymbolOnAPageOfTextIsOneOfTheRegions) {
  for (const double module_px : {3.0, 4.0, 6.0, 8.0}) {
    cv::Mat1b page = tests::text_page({1240, 1754}, 22);
    const cv::Mat1b symbol = tests::qr_symbol(kPayload, module_px);
    const cv::Point at(700, 1100);
    tests::paste(page, symbol, at);
    const int quiet = cvRound(4 * module_px);
    const cv::Rect box(at.x + quiet, at.y + quiet, symbol.cols - 2 * quiet,
                       symbol.rows - 2 * quiet);
    EXPECT_TRUE(located(page, box)) << module_px;
  }
}

TEST(Locate, PageOfTextHasNoRegion) {
  for (const float height : {12.0F, 18.0F, 26.0F}) {
    const auto page = tests::page_of(tests::text_page({1240, 1754}, height));
    for (const int gap : kGaps)
      EXPECT_TRUE(locate(page.pyramid, page.light, page.lines, gap).empty()) << height;
  }
}

TEST(Locate, SquaresWithoutFinderPatternsAreNone) {
  cv::Mat1b board(29, 29);
  for (int y = 0; y < 29; ++y) {
    for (int x = 0; x < 29; ++x) board(y, x) = (x + y) % 2 == 0 ? 0 : 255;
  }
  for (const int module_px : {4, 6, 9}) {
    cv::Mat1b squares;
    cv::resize(board, squares, {}, module_px, module_px, cv::INTER_NEAREST);
    cv::Mat1b luma(1754, 1240, uchar{245});
    tests::paste(luma, squares, {500, 600});
    const auto page = tests::page_of(luma);
    for (const int gap : kGaps) {
      EXPECT_TRUE(locate(page.pyramid, page.light, page.lines, gap).empty()) << module_px;
    }
  }
}

// With any gap.
bool anything_located(const tests::DrawnPage& page) {
  return std::ranges::any_of(kGaps, [&](int gap) {
    return !locate(page.pyramid, page.light, page.lines, gap).empty();
  });
}

TEST(Locate, RedSquareSealIsNone) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    EXPECT_FALSE(anything_located(tests::page_of(samples::make(
        {.document = samples::DocumentKind::SealSheet, .dpi = 150, .seed = seed}))))
        << seed;
  }
}

TEST(Locate, RedSquareSealOnPinkPaperIsNoneEither) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    EXPECT_FALSE(anything_located(
        tests::page_of(samples::make({.document = samples::DocumentKind::SealSheet,
                                      .dpi = 150,
                                      .seed = seed,
                                      .defects = {{samples::Defect::PaperPink, 0.2}}}))))
        << seed;
  }
}

// Pink paper has more red in it than a seal on white leaves in the mean of its square.
TEST(Locate, SymbolOnPinkPaperIsOneOfTheRegions) {
  cv::Mat1b luma = tests::text_page({1240, 1754}, 22);
  const cv::Mat1b symbol = tests::qr_symbol(kPayload, 4);
  tests::paste(luma, symbol, {700, 1100});
  cv::Mat3b pink;
  cv::cvtColor(luma, pink, cv::COLOR_GRAY2RGB);
  cv::multiply(pink, cv::Scalar(1, 0.82, 0.86), pink);
  EXPECT_TRUE(anything_located(tests::page_of(pink)));
}

TEST(Locate, SheetOfSymbolsGivesNoMoreThanTheBoundLargestFirst) {
  cv::Mat1b luma(1754, 1240, uchar{245});
  for (int i = 0; i < 12; ++i) {
    tests::paste(luma, tests::qr_symbol(kPayload, 4 + i % 3),
                 {60 + 380 * (i % 3), 60 + 420 * (i / 3)});
  }
  const auto page = tests::page_of(luma);
  const auto regions = locate(page.pyramid, page.light, page.lines, kGaps[1]);
  EXPECT_EQ(regions.size(), static_cast<std::size_t>(limits::kQrRegions));
  EXPECT_TRUE(std::ranges::is_sorted(regions, std::greater{}, &cv::Rect::area));
}

}  // namespace
}  // namespace vermilion::pipeline::qr
