#include "pipeline/seal/tinge.hpp"

#include "samples/picture.hpp"
#include "samples/seals/ink.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::pipeline::seal {
namespace {

constexpr int kSide = 600;

samples::Picture sheet(const cv::Vec3b& paper = {246, 246, 246}) {
  return samples::Picture(kSide, kSide, paper);
}

// A ring of red and one of black ink beside it, both of so many coats.
void draw_rings(samples::Picture& page, double coats) {
  for (const auto& [x, ink] :
       {std::pair(180, samples::seals::InkColour{}), std::pair(420, samples::seals::kToner)}) {
    cv::Mat1b amount = cv::Mat1b::zeros(page.size());
    cv::circle(amount, {x, 300}, 80, coats * samples::seals::kOneCoat, 5, cv::LINE_AA);
    samples::seals::lay_ink(page, {amount, ink}, {});
  }
}

// A photo's light: full at the left edge, so much less at the right one, and warmer there.
void shade(samples::Picture& page, double less) {
  for (auto it = page.begin(); it != page.end(); ++it) {
    const double here = less * it.pos().x / kSide;
    const cv::Vec3d passed(1 - here, 1 - 1.1 * here, 1 - 1.3 * here);
    for (int c = 0; c < 3; ++c) (*it)[c] = cv::saturate_cast<uchar>((*it)[c] * passed[c]);
  }
}

double ink_at(const TingedInk& tinged, int x) {
  const cv::Mat part = tinged.at(0, {x - 90, 210, 180, 180});
  return static_cast<double>(cv::countNonZero(part > 20)) / static_cast<double>(part.total());
}

// Share of the same place that is that much darker than paper, red or black.
double drawn_at(const tests::DrawnPage& page, int x) {
  const cv::Mat part = page.pyramid.luma(0)({x - 90, 210, 180, 180});
  return static_cast<double>(cv::countNonZero(part < page.light.paper - 20)) /
         static_cast<double>(part.total());
}

TEST(TingedInk, IsTheDarknessOfRedStrokesAlone) {
  for (const double coats : {0.15, 0.4, 1.0}) {
    samples::Picture page = sheet();
    draw_rings(page, coats);
    const auto drawn = tests::page_of(page);
    const TingedInk tinged(drawn.pyramid, drawn.light, 1);
    ASSERT_GT(drawn_at(drawn, 180), 0.05);
    ASSERT_GT(drawn_at(drawn, 420), 0.05);
    EXPECT_NEAR(ink_at(tinged, 180), drawn_at(drawn, 180), 0.01) << coats;
    EXPECT_LT(ink_at(tinged, 420), 0.005) << coats;
  }
}

TEST(TingedInk, GoesByThePaperNearBy) {
  samples::Picture page = sheet({246, 240, 226});
  draw_rings(page, 0.4);
  shade(page, 0.45);
  const auto drawn = tests::page_of(page);
  const TingedInk tinged(drawn.pyramid, drawn.light, 1);
  EXPECT_GT(ink_at(tinged, 180), 0.06);
  EXPECT_LT(ink_at(tinged, 420), 0.01);
  // What has no ink has no tinge, however warm its light is.
  EXPECT_LT(cv::countNonZero(tinged.at(0, {520, 0, 80, 600}) > 10), 50);
}

TEST(TingedInk, PartsAreThoseOfTheWhole) {
  samples::Picture page = sheet();
  draw_rings(page, 0.5);
  const auto drawn = tests::page_of(page);
  const TingedInk tinged(drawn.pyramid, drawn.light, 1);
  const cv::Mat whole = tinged.at(0, {0, 0, kSide, kSide});
  const cv::Rect part(97, 205, 171, 190);
  cv::Mat difference;
  cv::absdiff(whole(part), tinged.at(0, part), difference);
  // Interpolation works in 32nds of a pixel.
  EXPECT_LT(cv::countNonZero(difference > 8), static_cast<int>(difference.total()) / 100);
}

}  // namespace
}  // namespace vermilion::pipeline::seal
