#include "pipeline/intake/jpeg_header.hpp"

#include "pipeline/limits.hpp"
#include "samples/hostile/encode_jpeg.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::intake {
namespace {

using namespace samples::hostile;
using enum FindingCode;

tl::expected<Header, Finding> header_of(const Bytes& jpeg) {
  return read_jpeg_header(std::as_bytes(std::span(jpeg)));
}

Bytes jpeg() {
  return encode_jpeg(sheet(40, 30), {});
}

TEST(JpegHeader, ProgressiveIsTold) {
  EXPECT_FALSE(header_of(jpeg())->progressive);
  EXPECT_TRUE(header_of(encode_jpeg(sheet(40, 30), {.progressive = true}))->progressive);
}

TEST(JpegHeader, OrientationIsReadFromTheFirstExif) {
  EXPECT_FALSE(header_of(jpeg())->exif_rotation_deg);
  const Bytes turned = with_segment(jpeg(), exif_orientation(6));
  EXPECT_EQ(header_of(turned)->exif_rotation_deg, 90);
  EXPECT_EQ(header_of(with_segment(turned, exif_orientation(3)))->exif_rotation_deg, 180);
}

TEST(JpegHeader, OtherApplicationSegmentsSayNothing) {
  const Bytes xmp = jpeg_segment(0xE1, bytes_of("http://ns.adobe.com/xap/1.0/"));
  const Bytes late_jfif = jpeg_segment(0xE0, bytes_of({"JFXX\0\1\1\1\0\xC8\0\xC8\0\0", 14}));
  const auto header = header_of(with_segment(with_segment(jpeg(), xmp), late_jfif));
  ASSERT_TRUE(header);
  EXPECT_FALSE(header->density_dpi);
  EXPECT_FALSE(header->exif_rotation_deg);
}

TEST(JpegHeader, CentimetresBecomeInches) {
  const Bytes jfif = jpeg_segment(0xE0, bytes_of({"JFIF\0\1\1\2\0\x76\0\x76\0\0", 14}));
  const Bytes bare = jpeg();
  Bytes bytes = with_segment(cut(bare, 2), jfif);
  bytes.insert(bytes.end(), bare.begin() + 2 + 18, bare.end());
  EXPECT_EQ(header_of(bytes)->density_dpi, 299.7);
}

TEST(JpegHeader, FillBytesBeforeMarkersAreAllowed) {
  const Bytes fill(5, 0xFF);
  EXPECT_TRUE(header_of(with_segment(jpeg(), fill)));
}

TEST(JpegHeader, BytesAfterTheEndAreAllowed) {
  Bytes bytes = jpeg();
  bytes.resize(bytes.size() + 1000, 0xAA);
  EXPECT_TRUE(header_of(bytes));
}

TEST(JpegHeader, MarkersAreAllowedUpToTheLimit) {
  const auto segments_before_scan = [](const Bytes& bytes) {
    int count = 0;
    for (std::size_t at = 2; bytes[at + 1] != 0xDA; ++count) {
      at += 2 + static_cast<std::size_t>(bytes[at + 2] << 8 | bytes[at + 3]);
    }
    return count + 1;  // and the scan itself
  };
  const Bytes comment = jpeg_segment(0xFE, {});
  Bytes bytes = jpeg();
  while (segments_before_scan(bytes) < limits::kMarkers) bytes = with_segment(bytes, comment);
  EXPECT_TRUE(header_of(bytes));
  const auto refused = header_of(with_segment(bytes, comment));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ImgChunks);
  EXPECT_EQ(refused.error().words.at("detail"), "markers > 256");
}

// Grey, one block of data a scan; every scan after the first is the same.
Bytes grey_with_scans(int count) {
  const Bytes bytes = encode_jpeg(sheet(16, 16), {.colour = JpegColour::Grey, .quality = 1});
  const std::size_t scan = find_marker(bytes, 0xDA) - 1;
  Bytes repeated = cut(bytes, scan);
  for (int i = 0; i < count; ++i) {
    repeated.insert(repeated.end(), bytes.begin() + static_cast<std::ptrdiff_t>(scan),
                    bytes.end() - 2);
  }
  append(repeated, {0xFF, 0xD9});
  return repeated;
}

TEST(JpegHeader, ScansAreCountedThroughTheData) {
  EXPECT_TRUE(header_of(grey_with_scans(limits::kScans)));
  const auto refused = header_of(grey_with_scans(limits::kScans + 7));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ImgScans);
  EXPECT_EQ(refused.error().value, limits::kScans + 7);
  EXPECT_EQ(refused.error().threshold, limits::kScans);
}

TEST(JpegHeader, StuffedBytesAndRestartsBelongToTheData) {
  Bytes bytes = grey_with_scans(1);
  const Bytes data{0xFF, 0x00, 0xFF, 0xD0, 0xFF, 0xD7, 0xFF, 0x00};
  bytes.insert(bytes.end() - 2, data.begin(), data.end());
  EXPECT_TRUE(header_of(bytes));
}

TEST(JpegHeader, EverySofOtherThanThreeIsAVariant) {
  for (int code = 0xC0; code <= 0xCF; ++code) {
    if (code == 0xC4 || code == 0xCC) continue;  // DHT and DAC
    Bytes bytes = jpeg();
    bytes[find_marker(bytes, 0xC0)] = static_cast<std::uint8_t>(code);
    const auto header = header_of(bytes);
    EXPECT_EQ(header.has_value(), code <= 0xC2) << code;
    if (!header) {
      EXPECT_EQ(header.error().code, ImgVariant) << code;
    }
  }
}

TEST(JpegHeader, SamplingFactorsOutOfRangeAreDamage) {
  for (const int sampling : {0x00, 0x01, 0x10, 0x51, 0x15, 0xFF}) {
    Bytes bytes = jpeg();
    bytes[find_marker(bytes, 0xC0) + 10] = static_cast<std::uint8_t>(sampling);
    ASSERT_FALSE(header_of(bytes)) << sampling;
    EXPECT_EQ(header_of(bytes).error().code, ImgCorrupt) << sampling;
  }
}

TEST(JpegHeader, FewerBitsThanBlocksIsACutFile) {
  // 16 x 16 grey is four blocks: half a byte.
  const Bytes bytes = grey_with_scans(1);
  const std::size_t scan = find_marker(bytes, 0xDA);
  Bytes empty = cut(bytes, scan + 1 + 8);
  append(empty, {0xFF, 0xD9});
  empty[find_marker(empty, 0xC0) + 7] = 64;  // wider: sixteen blocks, two bytes
  const auto refused = header_of(empty);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ImgTruncated);
}

}  // namespace
}  // namespace vermilion::pipeline::intake
