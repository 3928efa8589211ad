#include "samples/encode/encode.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace vermilion::samples::encode {
namespace {

using pipeline::ImageFormat;

// Paper with a red square and a black one, of a size no row of which is a multiple of four bytes.
Picture small_picture() {
  Picture picture(30, 37, cv::Vec3b(250, 249, 247));
  picture(cv::Rect(4, 4, 10, 10)).setTo(cv::Scalar(200, 30, 40));
  picture(cv::Rect(20, 12, 9, 9)).setTo(cv::Scalar(10, 10, 10));
  return picture;
}

Encoded encoded(const std::vector<Defect>& defects, std::uint64_t seed = 1) {
  Recipe recipe;
  for (const Defect defect : defects) recipe.defects.push_back({defect, describe(defect).mildest});
  return encode(small_picture(), 150, recipe, Random(seed));
}

int byte_at(const Bytes& bytes, std::size_t at) {
  return std::to_integer<int>(bytes.at(at));
}

int little_endian(const Bytes& bytes, std::size_t at, int count) {
  int value = 0;
  for (int i = 0; i < count; ++i)
    value |= byte_at(bytes, at + static_cast<std::size_t>(i)) << 8 * i;
  return value;
}

// Where the JPEG marker's segment begins, after its two bytes; walks segment by segment.
std::optional<std::size_t> segment(const Bytes& bytes, int marker) {
  for (std::size_t at = 2; at + 4 < bytes.size() && byte_at(bytes, at) == 0xFF;) {
    if (byte_at(bytes, at + 1) == marker) return at + 2;
    at += 2u + static_cast<std::size_t>(byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3));
  }
  return std::nullopt;
}

bool is_jpeg(const Encoded& file) {
  return file.format == ImageFormat::Jpeg && byte_at(file.bytes, 0) == 0xFF &&
         byte_at(file.bytes, 1) == 0xD8;
}

TEST(Encode, OrdinaryFileIsABaselineJpegWithItsDensity) {
  const Encoded file = encoded({});
  ASSERT_TRUE(is_jpeg(file));
  EXPECT_TRUE(segment(file.bytes, 0xC0));  // SOF0
  const auto jfif = segment(file.bytes, 0xE0);
  ASSERT_TRUE(jfif);
  EXPECT_EQ(byte_at(file.bytes, *jfif + 9), 1);  // per inch
  EXPECT_EQ(byte_at(file.bytes, *jfif + 10) << 8 | byte_at(file.bytes, *jfif + 11), 150);
  EXPECT_FALSE(file.colourless);
}

TEST(Encode, ProgressiveJpegSaysSo) {
  const Encoded file = encoded({Defect::Progressive});
  ASSERT_TRUE(is_jpeg(file));
  EXPECT_TRUE(segment(file.bytes, 0xC2));  // SOF2
}

TEST(Encode, CmykJpegHasFourComponentsAndAdobesMarker) {
  const Encoded file = encoded({Defect::Cmyk});
  const auto frame = segment(file.bytes, 0xC0);
  ASSERT_TRUE(frame);
  EXPECT_EQ(byte_at(file.bytes, *frame + 7), 4);
  EXPECT_TRUE(segment(file.bytes, 0xEE));
}

TEST(Encode, GreyJpegHasOneComponentAndNoColour) {
  const Encoded file = encoded({Defect::GreyJpeg});
  const auto frame = segment(file.bytes, 0xC0);
  ASSERT_TRUE(frame);
  EXPECT_EQ(byte_at(file.bytes, *frame + 7), 1);
  EXPECT_TRUE(file.colourless);
}

TEST(Encode, LowQualityIsSmaller) {
  EXPECT_LT(encoded({Defect::JpegLowQuality}).bytes.size(), encoded({}).bytes.size());
}

struct PngCase {
  Defect defect;
  int depth;
  int colour_type;
};

class PngHeader : public testing::TestWithParam<PngCase> {};

TEST_P(PngHeader, NamesDepthAndColourType) {
  const Encoded file = encoded({GetParam().defect});
  ASSERT_EQ(file.format, ImageFormat::Png);
  EXPECT_EQ(byte_at(file.bytes, 0), 0x89);
  EXPECT_EQ(byte_at(file.bytes, 19), 37);  // width, last byte
  EXPECT_EQ(byte_at(file.bytes, 24), GetParam().depth);
  EXPECT_EQ(byte_at(file.bytes, 25), GetParam().colour_type);
  EXPECT_EQ(file.colourless, GetParam().depth == 1);
}

INSTANTIATE_TEST_SUITE_P(
    Encode, PngHeader,
    testing::Values(PngCase{Defect::Png1Bit, 1, 0}, PngCase{Defect::PngPalette, 8, 3},
                    PngCase{Defect::PngAlpha, 8, 6}, PngCase{Defect::Png16Bit, 16, 2}),
    [](const auto& row) { return std::string(describe(row.param.defect).id); });

TEST(Encode, BmpsOfEveryDepthAreAsLongAsTheySay) {
  std::set<int> depths;
  bool top_down = false;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Encoded file = encoded({Defect::Bmp}, seed);
    ASSERT_EQ(file.format, ImageFormat::Bmp);
    const int bits = little_endian(file.bytes, 28, 2);
    const int height = little_endian(file.bytes, 22, 4);
    const auto stride = (37u * static_cast<std::size_t>(bits) + 31) / 32 * 4;
    depths.insert(bits);
    top_down = top_down || height < 0;
    EXPECT_EQ(little_endian(file.bytes, 0, 2), 0x4D42);
    EXPECT_EQ(static_cast<std::size_t>(little_endian(file.bytes, 2, 4)), file.bytes.size());
    EXPECT_EQ(little_endian(file.bytes, 18, 4), 37);
    EXPECT_EQ(std::abs(height), 30);
    EXPECT_EQ(file.bytes.size() - static_cast<std::size_t>(little_endian(file.bytes, 10, 4)),
              stride * 30);
    EXPECT_EQ(file.colourless, bits == 1);
  }
  EXPECT_EQ(depths, (std::set{1, 4, 8, 24, 32}));
  EXPECT_TRUE(top_down);
}

}  // namespace
}  // namespace vermilion::samples::encode
