#include "pipeline/intake/png_header.hpp"

#include "pipeline/limits.hpp"
#include "samples/hostile/encode_png.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::intake {
namespace {

using namespace samples::hostile;
using enum FindingCode;

tl::expected<Header, Finding> header_of(const Bytes& png) {
  return read_png_header(std::as_bytes(std::span(png)));
}

Bytes png() {
  return encode_png(sheet(40, 30), {});
}

// IHDR, enough data, IEND.
Bytes with_header(int bits, int colour) {
  Bytes bytes = png_signature();
  append(bytes, png_header(32, 32, bits, colour));
  append(bytes, png_chunk("PLTE", Bytes(6)));
  append(bytes, png_chunk("IDAT", Bytes(100)));
  append(bytes, png_chunk("IEND", {}));
  return bytes;
}

TEST(PngHeader, ColourTypesAndDepthsAreThoseOfTheStandard) {
  const std::map<int, std::vector<int>> allowed{
      {0, {1, 2, 4, 8, 16}}, {2, {8, 16}}, {3, {1, 2, 4, 8}}, {4, {8, 16}}, {6, {8, 16}}};
  for (int colour = 0; colour < 256; ++colour) {
    for (int bits = 0; bits <= 32; ++bits) {
      const auto row = allowed.find(colour);
      const bool is_allowed =
          row != allowed.end() && std::count(row->second.begin(), row->second.end(), bits) > 0;
      const auto header = header_of(with_header(bits, colour));
      EXPECT_EQ(header.has_value(), is_allowed) << colour << " at " << bits;
      if (!header) {
        EXPECT_EQ(header.error().code, ImgCorrupt);
      }
    }
  }
}

TEST(PngHeader, ChunksAreAllowedUpToTheLimit) {
  // IHDR, PLTE, IDAT and IEND are four.
  Bytes texts;
  for (int i = 0; i < limits::kChunks - 4; ++i) append(texts, png_chunk("teSt", {}));
  const Bytes full = with_chunk(with_header(8, 2), texts);
  EXPECT_TRUE(header_of(full));
  const auto refused = header_of(with_chunk(full, png_chunk("teSt", {})));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ImgChunks);
}

TEST(PngHeader, AncillaryChunksAreBoundedAndCriticalOnesAreNot) {
  const Bytes most(limits::kAncillaryBytes);
  const Bytes more(limits::kAncillaryBytes + 1);
  EXPECT_TRUE(header_of(with_chunk(png(), png_chunk("iCCP", most))));
  EXPECT_TRUE(header_of(with_chunk(png(), png_chunk("IDAT", more))));
  const auto refused = header_of(with_chunk(png(), png_chunk("iCCP", more)));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ImgChunks);
  EXPECT_EQ(refused.error().words.at("detail"), "iCCP > 524288");
}

TEST(PngHeader, DensityCountsOnlyInMetres) {
  Bytes density;
  append_big_endian(density, 7874, 4);
  append_big_endian(density, 7874, 4);
  Bytes of_unknown_unit = density;
  density.push_back(1);
  of_unknown_unit.push_back(0);
  EXPECT_EQ(header_of(with_chunk(png(), png_chunk("pHYs", density)))->density_dpi, 200);
  EXPECT_FALSE(header_of(with_chunk(png(), png_chunk("pHYs", of_unknown_unit)))->density_dpi);
  EXPECT_FALSE(header_of(with_chunk(png(), png_chunk("pHYs", {})))->density_dpi);
}

TEST(PngHeader, TypeThatIsNoNameIsDamage) {
  const auto refused = header_of(with_chunk(png(), png_chunk({"a\0b1", 4}, {})));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ImgCorrupt);
  EXPECT_EQ(refused.error().words.at("detail"), "chunk 2");
}

TEST(PngHeader, CutIsNamedByTheChunkItIsIn) {
  const Bytes bytes = png();
  EXPECT_EQ(header_of(cut(bytes, find_chunk(bytes, "IDAT") + 20)).error().words.at("detail"),
            "IDAT");
  EXPECT_EQ(header_of(cut(bytes, find_chunk(bytes, "IEND"))).error().words.at("detail"), "IEND");
  EXPECT_EQ(header_of(cut(bytes, 12)).error().words.at("detail"), "IHDR");
}

TEST(PngHeader, BytesAfterTheEndAreAllowed) {
  Bytes bytes = png();
  bytes.resize(bytes.size() + 1000, 0xAA);
  EXPECT_TRUE(header_of(bytes));
}

}  // namespace
}  // namespace vermilion::pipeline::intake
