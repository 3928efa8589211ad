#include "pipeline/page/sharpness.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <numeric>

namespace vermilion::pipeline::page {
namespace {

// 10-90 % of an edge blurred by a Gaussian: twice the 90 % quantile of the normal distribution.
constexpr double kSpreadOfSigma = 2.563;

cv::Mat1b step(double sigma, bool upright) {
  cv::Mat1b edge(80, 80, uchar{220});
  edge(cv::Rect(0, 0, 40, 80)).setTo(30);
  if (!upright) edge = edge.t();
  cv::GaussianBlur(edge, edge, {}, sigma, sigma, cv::BORDER_REPLICATE);
  return edge;
}

double mean(const std::vector<float>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

TEST(EdgeSpreads, BlurredStepIsAsWideAsTheBlurMakesIt) {
  for (const double sigma : {1.0, 1.5, 2.0, 3.0, 4.5}) {
    for (const bool upright : {true, false}) {
      const auto spreads = edge_spreads(step(sigma, upright), 100);
      ASSERT_GE(spreads.size(), 20U) << sigma;  // not every row is looked at
      EXPECT_NEAR(mean(spreads), kSpreadOfSigma * sigma, 0.07 * kSpreadOfSigma * sigma + 0.1);
    }
  }
}

TEST(EdgeSpreads, SharpStepIsOnePixelWide) {
  cv::Mat1b edge(20, 20, uchar{220});
  edge(cv::Rect(0, 0, 10, 20)).setTo(30);
  for (const float spread : edge_spreads(edge, 100)) EXPECT_NEAR(spread, 0.8, 0.01);
}

TEST(EdgeSpreads, WeakEdgesAreLeftOut) {
  cv::Mat1b edge(20, 20, uchar{220});
  edge(cv::Rect(0, 0, 10, 20)).setTo(180);
  EXPECT_FALSE(edge_spreads(edge, 40).empty());
  EXPECT_TRUE(edge_spreads(edge, 41).empty());
}

TEST(EdgeSpreads, FlatPatchHasNone) {
  EXPECT_TRUE(edge_spreads(cv::Mat1b(30, 30, uchar{99}), 1).empty());
  EXPECT_TRUE(edge_spreads(cv::Mat1b(1, 1, uchar{99}), 1).empty());
}

Sharpness sharpness(const cv::Mat1b& luma) {
  const auto page = tests::page_of(luma);
  return sharpness_of(page.pyramid, page.light, page.lines);
}

cv::Mat1b page_blurred(double sigma) {
  cv::Mat1b page = tests::text_page({1240, 1754}, 26);
  if (sigma > 0) cv::GaussianBlur(page, page, {}, sigma);
  return page;
}

TEST(Sharpness, MoreBlurIsAWiderEdge) {
  float before = 0;
  for (const double sigma : {0.0, 0.8, 1.2, 1.6, 2.0}) {
    const Sharpness page = sharpness(page_blurred(sigma));
    ASSERT_TRUE(page.spread_px) << sigma;
    EXPECT_GT(*page.spread_px, before) << sigma;
    EXPECT_LE(*page.finest_px, *page.spread_px);
    EXPECT_GE(*page.worst_px, *page.spread_px);
    before = *page.spread_px;
  }
}

TEST(Sharpness, HardlyDependsOnHowMuchIsPrinted) {
  cv::Mat1b full = page_blurred(1.5);
  cv::Mat1b quarter = full.clone();
  quarter(cv::Rect(0, 450, 1240, 1304)).setTo(245);
  EXPECT_NEAR(*sharpness(quarter).spread_px, *sharpness(full).spread_px, 0.3);
}

TEST(Sharpness, BlurredPartShowsInTheWorstOnly) {
  cv::Mat1b page = page_blurred(0.6);
  cv::Mat lower = page(cv::Rect(0, 1300, 1240, 454));
  cv::GaussianBlur(lower, lower, {}, 2.2);
  const Sharpness half = sharpness(page);
  const Sharpness sharp = sharpness(page_blurred(0.6));
  EXPECT_NEAR(*half.spread_px, *sharp.spread_px, 0.4);
  EXPECT_GT(*half.worst_px, *sharp.worst_px + 1);
}

TEST(Sharpness, BlankPageCannotBeMeasured) {
  const Sharpness blank = sharpness(cv::Mat1b(1754, 1240, uchar{245}));
  EXPECT_FALSE(blank.spread_px);
  EXPECT_FALSE(blank.worst_px);
  EXPECT_TRUE(blank.regions.empty());
}

TEST(Sharpness, RegionsLieOnThePage) {
  const cv::Rect page(0, 0, 1240, 1754);
  const Sharpness found = sharpness(page_blurred(0.8));
  EXPECT_GE(found.regions.size(), 8U);
  EXPECT_LE(found.regions.size(), 24U);
  for (const Region& region : found.regions) EXPECT_EQ(region.box & page, region.box);
}

}  // namespace
}  // namespace vermilion::pipeline::page
