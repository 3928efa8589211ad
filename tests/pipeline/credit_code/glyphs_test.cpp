#include "pipeline/credit_code/glyphs.hpp"

#include "tests/support/prints.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <numeric>

namespace vermilion::pipeline::credit_code {
namespace {

using samples::Font;
using samples::Typeface;

std::vector<Piece> pieces_of_print(std::string_view text, const Font& font) {
  const auto strips = tests::strips_on(tests::printed_line(text, font));
  if (strips.size() != 1) return {};
  return pieces_of(strips[0].darkness);
}

class PrintIn : public testing::TestWithParam<Typeface> {};

TEST_P(PrintIn, ComesApartAtEveryCharacter) {
  for (const double size_mm : {2.8, 4.2, 6.0}) {
    for (const bool bold : {false, true}) {
      const Font font{.typeface = GetParam(), .size_mm = size_mm, .bold = bold, .spacing_mm = 0.2};
      const auto pieces = pieces_of_print("91360000625912173B", font);
      EXPECT_EQ(std::ranges::count(pieces, false, &Piece::joined), 18) << size_mm << bold;
    }
  }
}

TEST_P(PrintIn, PiecesStandFromLeftToRightWithoutOverlap) {
  const auto pieces = pieces_of_print("91360000625912173B", {.typeface = GetParam()});
  ASSERT_GE(pieces.size(), 18U);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    EXPECT_GT(pieces[i].span.width(), 0);
    if (i == 0) continue;
    EXPECT_GE(pieces[i].span.begin, pieces[i - 1].span.end);
  }
}

TEST_P(PrintIn, DigitsAndCapitalsShareOneBand) {
  const auto pieces = pieces_of_print("91360000625912173B", {.typeface = GetParam()});
  ASSERT_FALSE(pieces.empty());
  for (const Piece& piece : pieces) {
    EXPECT_NEAR(piece.band.top, pieces[0].band.top, 2);
    EXPECT_NEAR(piece.band.height(), pieces[0].band.height(), 3);
  }
}

INSTANTIATE_TEST_SUITE_P(Pieces, PrintIn,
                         testing::Values(Typeface::Sans, Typeface::Serif, Typeface::Mono));

TEST(Pieces, TouchingCharactersAreCutWhereTheInkIsThin) {
  const auto pieces = pieces_of_print("91360000625912173B", {.size_mm = 4.2, .spacing_mm = -0.25});
  EXPECT_GE(pieces.size(), 18U);
  EXPECT_TRUE(std::ranges::any_of(pieces, &Piece::joined));
}

TEST(Pieces, StripsWithoutPrintHaveNone) {
  EXPECT_TRUE(pieces_of(cv::Mat1b::zeros(45, 400)).empty());
  EXPECT_TRUE(pieces_of(cv::Mat1b::zeros(1, 1)).empty());
  cv::Mat1b rule = cv::Mat1b::zeros(45, 400);
  cv::line(rule, {30, 22}, {370, 22}, 255, 2);
  EXPECT_TRUE(pieces_of(rule).empty());
}

TEST(Pieces, StripOfNoiseIsAnsweredWithinTheBound) {
  cv::Mat1b noise(45, 2000);
  std::uint32_t state = 1;
  for (uchar& pixel : noise) pixel = (state = state * 1664525 + 1013904223) >> 24;
  EXPECT_LE(pieces_of(noise).size(), 200U);
}

// A square of ink 20 high and wide, two thirds down a strip.
cv::Mat1b square() {
  cv::Mat1b darkness = cv::Mat1b::zeros(48, 60);
  darkness(cv::Rect(20, 22, 20, 20)).setTo(255);
  return darkness;
}

TEST(Window, ShowsTheBandAtAHeightOfTwenty) {
  const Window window = window_of(square(), {22, 42}, {20, 40});
  const float ink = std::accumulate(window.begin(), window.end(), 0.0F);
  EXPECT_NEAR(ink, 400, 12);
  const auto at = [&](int row, int column) {
    return window[static_cast<std::size_t>(row * kWindowColumns + column)];
  };
  EXPECT_NEAR(at(12, 10), 1, 0.01);
  EXPECT_NEAR(at(0, 10), 0, 0.01);
  EXPECT_NEAR(at(23, 10), 0, 0.01);
}

TEST(Window, IsTheSameAtAnySizeAndPlace) {
  const Window small = window_of(square(), {22, 42}, {20, 40});
  cv::Mat1b large;
  cv::resize(square(), large, {}, 2, 2, cv::INTER_LINEAR);
  const Window other = window_of(large, {44, 84}, {40, 80});
  for (std::size_t i = 0; i < small.size(); ++i) EXPECT_NEAR(small[i], other[i], 0.3) << i;
}

TEST(Window, WhatLiesBesideTheSpanIsLeftOut) {
  cv::Mat1b crowded = square();
  crowded(cv::Rect(0, 22, 17, 20)).setTo(255);
  crowded(cv::Rect(43, 22, 17, 20)).setTo(255);
  EXPECT_EQ(window_of(crowded, {22, 42}, {20, 40}), window_of(square(), {22, 42}, {20, 40}));
}

TEST(Window, SpansAtTheEdgesOfAStripStayInside) {
  const cv::Mat1b ink(30, 40, uchar{255});
  for (const Span span : {Span{0, 12}, Span{28, 40}, Span{0, 40}}) {
    for (const Band band : {Band{0, 30}, Band{-5, 12}, Band{20, 45}}) {
      for (const float value : window_of(ink, band, span)) {
        EXPECT_GE(value, 0);
        EXPECT_LE(value, 1);
      }
    }
  }
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
