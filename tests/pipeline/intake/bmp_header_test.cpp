#include "pipeline/intake/bmp_header.hpp"

#include "samples/hostile/encode_bmp.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::intake {
namespace {

using namespace samples::hostile;
using enum FindingCode;

tl::expected<BmpLayout, Finding> layout_of(const Bytes& bmp) {
  return read_bmp_layout(std::as_bytes(std::span(bmp)));
}

TEST(BmpHeader, PartsAreFoundWhereTheyLie) {
  const auto layout = layout_of(encode_bmp(sheet(21, 17), {.bits = 4, .gap = 6}));
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->width, 21);
  EXPECT_EQ(layout->height, 17);
  EXPECT_FALSE(layout->top_down);
  EXPECT_EQ(layout->palette_at, 54u);
  EXPECT_EQ(layout->palette_entries, 16u);
  EXPECT_EQ(layout->pixels_at, 54u + 4 * 16 + 6);
  EXPECT_EQ(layout->row_bytes, 12u);
}

TEST(BmpHeader, EveryHeaderSinceWindows3IsRead) {
  for (const int bytes : {40, 52, 56, 108, 124}) {
    const auto layout = layout_of(encode_bmp(sheet(20, 20), {.info_bytes = bytes}));
    ASSERT_TRUE(layout) << bytes;
    EXPECT_EQ(layout->pixels_at, 14u + static_cast<unsigned>(bytes));
  }
}

TEST(BmpHeader, MaskedHeadersAreReadWhereTheMasksChangeNothing) {
  for (const int bytes : {40, 52, 56, 108, 124}) {
    const BmpVariant masked{.bits = 32, .with_masks = true, .info_bytes = bytes};
    EXPECT_TRUE(layout_of(encode_bmp(sheet(20, 20), masked))) << bytes;
  }
}

TEST(BmpHeader, NegativeHeightIsTopDown) {
  const auto layout = layout_of(encode_bmp(sheet(20, 18), {.top_down = true}));
  ASSERT_TRUE(layout);
  EXPECT_TRUE(layout->top_down);
  EXPECT_EQ(layout->height, 18);
}

TEST(BmpHeader, ClaimedSizesAreNotBelieved) {
  Bytes bmp = encode_bmp(sheet(20, 20), {.claimed_size_off = 1000});
  std::fill(bmp.begin() + 2, bmp.begin() + 6, std::uint8_t{0xFF});  // of the file
  EXPECT_TRUE(layout_of(bmp));
}

TEST(BmpHeader, LackingByteIsACutFile) {
  const Bytes bmp = encode_bmp(sheet(20, 20), {});
  EXPECT_TRUE(layout_of(bmp));
  for (std::size_t size = 2; size < bmp.size(); ++size) {
    const auto refused = layout_of(cut(bmp, size));
    ASSERT_FALSE(refused) << size;
    EXPECT_EQ(refused.error().code, ImgTruncated) << size;
  }
}

TEST(BmpHeader, EveryCompressionAndDepthHasAnAnswer) {
  for (unsigned compression = 0; compression < 16; ++compression) {
    for (unsigned bits = 0; bits < 64; ++bits) {
      Bytes bmp = encode_bmp(sheet(20, 20), {.bits = 32});
      bmp[28] = static_cast<std::uint8_t>(bits);
      bmp[30] = static_cast<std::uint8_t>(compression);
      bmp.resize(bmp.size() + 1024);  // room for palettes
      bmp[11] = 4;                    // pixels behind the longest of them
      const auto layout = layout_of(bmp);
      if (layout) {
        EXPECT_EQ(compression, 0u);
        EXPECT_TRUE(bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 24 || bits == 32);
      } else {
        EXPECT_TRUE(layout.error().code == ImgVariant || layout.error().code == ImgCorrupt);
      }
    }
  }
}

}  // namespace
}  // namespace vermilion::pipeline::intake
