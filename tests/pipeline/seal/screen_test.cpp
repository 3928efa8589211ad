#include "pipeline/seal/screen.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::seal {
namespace {

constexpr int kDpi = 300;

// A page as it comes from a scanner: its noise and JPEG are what a screen must stand out from.
samples::Sample scanned(std::uint64_t seed, std::optional<double> lines_per_inch) {
  samples::Recipe recipe{
      .document = samples::DocumentKind::AuthorisationLetter, .dpi = kDpi, .seed = seed};
  if (lines_per_inch) recipe.defects = {{samples::Defect::SealPrinted, *lines_per_inch}};
  return samples::make(recipe);
}

double screen(const samples::Sample& sample) {
  const Box& box = sample.truth.seals.at(0).box;
  const auto half = static_cast<float>(box.width) / 2;
  const Outline outline{
      .centre = {static_cast<float>(box.x) + half, static_cast<float>(box.y) + half},
      .half_width = half,
      .half_height = half};
  return screen_of(tests::page_of(sample).pyramid, outline, kDpi / 25.4);
}

TEST(Screen, StampedInkHasNone) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) EXPECT_LT(screen(scanned(seed, {})), 0.3) << seed;
}

TEST(Screen, DotsOfAColourLaserShow) {
  for (const double lines_per_inch : {65.0, 75.0, 90.0}) {
    EXPECT_GT(screen(scanned(1, lines_per_inch)), 0.6) << lines_per_inch << " lpi";
  }
}

TEST(Screen, TooCoarseAScanSaysNothing) {
  cv::Mat1b dots(600, 600, uchar{240});
  for (int y = 0; y < 600; y += 3) {
    for (int x = 0; x < 600; x += 3) dots(y, x) = 30;
  }
  const Outline outline{.centre = {300, 300}, .half_width = 150, .half_height = 150};
  EXPECT_EQ(screen_of(tests::page_of(dots).pyramid, outline, 300 / 25.4), 1);
  for (const double dpi : {100.0, 150.0, 175.0}) {
    EXPECT_EQ(screen_of(tests::page_of(dots).pyramid, outline, dpi / 25.4), 0) << dpi;
  }
}

TEST(Screen, SealAtTheEdgeOfThePictureSaysNothing) {
  const cv::Mat1b luma(200, 200, uchar{240});
  const Outline outline{.centre = {10, 10}, .half_width = 60, .half_height = 60};
  EXPECT_EQ(screen_of(tests::page_of(luma).pyramid, outline, 300 / 25.4), 0);
}

}  // namespace
}  // namespace vermilion::pipeline::seal
