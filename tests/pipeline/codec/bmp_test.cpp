#include "samples/hostile/encode_bmp.hpp"
#include "samples/hostile/encode_png.hpp"
#include "tests/support/outcome.hpp"
#include "tests/support/reference_planes.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::codec {
namespace {

using namespace samples::hostile;
using tests::largest_difference;

Planes decoded(const BmpVariant& variant, const Picture& picture) {
  const auto outcome = tests::look_at(encode_bmp(picture, variant));
  EXPECT_EQ(outcome.codes(), "-");
  return outcome.planes.value_or(Planes{});
}

TEST(Bmp, TrueColourIsWithinOneOfTheFormula) {
  const Picture picture = sheet(61, 143);  // more rows than one strip
  const Planes expected = tests::reference_planes(picture);
  const std::vector<BmpVariant> variants{
      {},
      {.top_down = true},
      {.bits = 32},
      {.bits = 32, .top_down = true},
      {.bits = 32, .with_masks = true},
      {.bits = 32, .with_masks = true, .info_bytes = 124},
      {.info_bytes = 108},
      {.claimed_size_off = 2, .trailing = 2},
      {.gap = 10},
  };
  for (const BmpVariant& variant : variants) {
    const Planes planes = decoded(variant, picture);
    EXPECT_LE(largest_difference(planes.luma, expected.luma), 1);
    EXPECT_LE(largest_difference(planes.cb, expected.cb), 1);
    EXPECT_LE(largest_difference(planes.cr, expected.cr), 1);
  }
}

TEST(Bmp, GreyPaletteIsExactAndHasNoChroma) {
  const Picture picture = grey(sheet(61, 43));
  const Planes planes = decoded({.bits = 8}, picture);
  EXPECT_FALSE(planes.coloured());
  EXPECT_EQ(largest_difference(planes.luma, tests::reference_planes(picture).luma), 0);
}

TEST(Bmp, OneBitShowsItsPaletteInEitherOrder) {
  const Picture picture = sheet(61, 43);
  const Planes black_first = decoded({.bits = 1, .palette = {0, 0, 0, 255, 255, 255}}, picture);
  const Planes white_first = decoded({.bits = 1, .palette = {255, 255, 255, 0, 0, 0}}, picture);
  EXPECT_FALSE(black_first.coloured());
  EXPECT_EQ(largest_difference(black_first.luma, white_first.luma), 0);
  EXPECT_EQ(cv::countNonZero(black_first.luma == 255) + cv::countNonZero(black_first.luma == 0),
            61 * 43);
  EXPECT_EQ(black_first.luma.at<std::uint8_t>(0, 0), 255);
}

TEST(Bmp, ColouredPalettesKeepTheirColour) {
  const Picture picture = sheet(61, 43);
  const Planes red = decoded({.bits = 1, .palette = {255, 255, 255, 200, 0, 0}}, picture);
  ASSERT_TRUE(red.coloured());
  double most = 0;
  cv::minMaxLoc(red.cr, nullptr, &most);
  EXPECT_NEAR(most, 128 + 0.5 * 200, 1);
  for (const int bits : {4, 8}) {
    EXPECT_TRUE(decoded({.bits = bits, .palette = png_palette(bits)}, picture).coloured()) << bits;
  }
}

TEST(Bmp, IndexPastThePaletteIsBlack) {
  Bytes bmp = encode_bmp(sheet(40, 30), {.bits = 8, .palette = {255, 255, 255, 250, 250, 250}});
  bmp.back() = 200;  // the last pixel of the top row
  const auto outcome = tests::look_at(bmp);
  ASSERT_TRUE(outcome.readable());
  EXPECT_EQ(outcome.planes->luma.at<std::uint8_t>(0, 39), 0);
  EXPECT_GE(outcome.planes->luma.at<std::uint8_t>(0, 38), 250);
}

}  // namespace
}  // namespace vermilion::pipeline::codec
