#include "samples/hostile/encode_png.hpp"
#include "tests/support/outcome.hpp"
#include "tests/support/reference_planes.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::codec {
namespace {

using namespace samples::hostile;
using tests::largest_difference;

Planes decoded(const PngVariant& variant, const Picture& picture) {
  const auto outcome = tests::look_at(encode_png(picture, variant));
  EXPECT_EQ(outcome.codes(), "-");
  return outcome.planes.value_or(Planes{});
}

void expect_planes_of(const Picture& picture, const Planes& planes, double tolerance) {
  const Planes expected = tests::reference_planes(picture);
  EXPECT_LE(largest_difference(planes.luma, expected.luma), tolerance);
  EXPECT_LE(largest_difference(planes.cb, expected.cb), tolerance);
  EXPECT_LE(largest_difference(planes.cr, expected.cr), tolerance);
}

std::uint8_t over_white(int value, int alpha) {
  return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

Picture faded(Picture picture) {
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const int alpha = 255 - 255 * x / (picture.width - 1);
      const auto at = static_cast<std::size_t>(picture.row(y) - picture.rgb.data()) + 3 * x;
      for (std::size_t i = at; i < at + 3; ++i) picture.rgb[i] = over_white(picture.rgb[i], alpha);
    }
  }
  return picture;
}

TEST(Png, ColourIsWithinOneOfTheFormula) {
  const Picture picture = sheet(61, 43);
  for (const int bits : {8, 16}) {
    for (const bool interlaced : {false, true}) {
      expect_planes_of(picture, decoded({.bits = bits, .interlaced = interlaced}, picture), 1);
    }
  }
}

TEST(Png, GreyIsExactAndHasNoChroma) {
  const Picture picture = grey(sheet(61, 43));
  for (const int bits : {8, 16}) {
    for (const bool interlaced : {false, true}) {
      const Planes planes =
          decoded({.colour = PngColour::Grey, .bits = bits, .interlaced = interlaced}, picture);
      EXPECT_FALSE(planes.coloured());
      for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
          ASSERT_EQ(planes.luma.at<std::uint8_t>(y, x), picture.row(y)[3 * x]);
        }
      }
    }
  }
}

TEST(Png, FewBitsAreSpreadOverTheWholeRange) {
  const Picture picture = grey(sheet(61, 43));
  for (const int bits : {1, 2, 4}) {
    const Planes planes = decoded({.colour = PngColour::Grey, .bits = bits}, picture);
    const int most = (1 << bits) - 1;
    for (int x = 0; x < picture.width; ++x) {
      const int level = picture.row(20)[3 * x] >> (8 - bits);
      ASSERT_EQ(planes.luma.at<std::uint8_t>(20, x), level * 255 / most) << bits;
    }
  }
}

TEST(Png, TransparencyIsLaidOverWhitePaper) {
  const Picture picture = sheet(61, 43);
  for (const int bits : {8, 16}) {
    for (const bool interlaced : {false, true}) {
      const PngVariant variant{
          .colour = PngColour::Rgba, .bits = bits, .interlaced = interlaced, .fading = true};
      expect_planes_of(faded(picture), decoded(variant, picture), 1);
    }
  }
  const Planes planes = decoded({.colour = PngColour::GreyAlpha, .fading = true}, grey(picture));
  EXPECT_FALSE(planes.coloured());
  EXPECT_EQ(largest_difference(planes.luma, tests::reference_planes(faded(grey(picture))).luma), 0);
}

// The picture as the palette can show it.
Picture quantised(const Picture& picture, int bits, bool first_is_clear) {
  const Bytes palette = png_palette(bits);
  Picture quantised = picture;
  for (std::size_t at = 0; at < quantised.rgb.size(); at += 3) {
    const auto distance = [&](std::size_t entry) {
      return std::abs(palette[entry] - picture.rgb[at]) +
             std::abs(palette[entry + 1] - picture.rgb[at + 1]) +
             std::abs(palette[entry + 2] - picture.rgb[at + 2]);
    };
    std::size_t best = 0;
    for (std::size_t i = 3; i < palette.size(); i += 3) {
      if (distance(i) < distance(best)) best = i;
    }
    const bool is_clear = first_is_clear && best == 0;
    for (std::size_t i = 0; i < 3; ++i) {
      quantised.rgb[at + i] = is_clear ? std::uint8_t{255} : palette[best + i];
    }
  }
  return quantised;
}

TEST(Png, PalettesAreLookedUp) {
  const Picture picture = sheet(61, 43);
  for (const int bits : {1, 2, 4, 8}) {
    for (const bool clear : {false, true}) {
      const PngVariant variant{.colour = PngColour::Palette, .bits = bits, .fading = clear};
      expect_planes_of(quantised(picture, bits, clear), decoded(variant, picture), 1);
    }
  }
}

TEST(Png, FlippedBitIsFoundWhereverItIs) {
  const Bytes png = encode_png(sheet(31, 23), {.dpi = 200});
  for (std::size_t at = 0; at < png.size(); ++at) {
    Bytes flipped = png;
    flipped[at] ^= 1;
    EXPECT_FALSE(tests::look_at(flipped).readable()) << at;
  }
}

TEST(Png, SidesOtherThanThoseExaminedAreDamage) {
  const Bytes png = encode_png(sheet(31, 23), {});
  const auto refused = decode(std::as_bytes(std::span(png)),
                              {.format = ImageFormat::Png, .width = 23, .height = 31});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, FindingCode::ImgCorrupt);
}

}  // namespace
}  // namespace vermilion::pipeline::codec
