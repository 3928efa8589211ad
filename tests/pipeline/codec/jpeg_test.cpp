#include "samples/hostile/encode_jpeg.hpp"
#include "tests/support/outcome.hpp"
#include "tests/support/reference_planes.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::pipeline::codec {
namespace {

using namespace samples::hostile;
using tests::look_at;
using tests::psnr_db;

Planes decoded(const Bytes& jpeg) {
  const auto outcome = look_at(jpeg);
  EXPECT_EQ(outcome.codes(), "-");
  return outcome.planes.value_or(Planes{});
}

struct Case {
  const char* name;
  JpegVariant variant;
};

const std::vector<Case> kCases{
    {"4:2:0", {}},
    {"4:2:2", {.horizontal = 2, .vertical = 1}},
    {"4:4:0", {.horizontal = 1, .vertical = 2}},
    {"4:4:4", {.horizontal = 1, .vertical = 1}},
    {"4:1:1", {.horizontal = 4, .vertical = 1}},
    {"4:1:0", {.horizontal = 4, .vertical = 2}},
    {"1 to 4 rows", {.horizontal = 1, .vertical = 4}},
    {"three columns to one", {.horizontal = 3, .vertical = 1}},
    {"RGB", {.colour = JpegColour::Rgb}},
    {"CMYK", {.colour = JpegColour::Cmyk}},
    {"CMYK without Adobe", {.colour = JpegColour::Cmyk, .adobe = false}},
    {"YCCK", {.colour = JpegColour::Ycck}},
    {"YCCK 4:4:4", {.colour = JpegColour::Ycck, .horizontal = 1, .vertical = 1}},
    {"progressive", {.progressive = true}},
    {"progressive 4:4:4", {.horizontal = 1, .vertical = 1, .progressive = true}},
    {"restarts", {.restart_rows = 1}},
};

TEST(Jpeg, EveryVariantShowsThePicture) {
  const Picture picture = sheet(211, 157);
  const Planes expected = tests::reference_planes(picture);
  for (auto [name, variant] : kCases) {
    variant.quality = 95;
    const Planes planes = decoded(encode_jpeg(picture, variant));
    EXPECT_GT(psnr_db(planes.luma, expected.luma), 37) << name;
    const double chroma_bound_db = variant.horizontal > 2 || variant.vertical > 2 ? 28 : 36;
    EXPECT_GT(psnr_db(planes.cb, expected.cb), chroma_bound_db) << name;
    EXPECT_GT(psnr_db(planes.cr, expected.cr), chroma_bound_db) << name;
  }
}

TEST(Jpeg, EdgesFitAtEverySize) {
  for (auto [name, variant] : kCases) {
    variant.quality = 95;
    for (int side = 16; side <= 34; ++side) {
      const Picture picture = sheet(side, 50 - side);
      const Planes expected = tests::reference_planes(picture);
      const Planes planes = decoded(encode_jpeg(picture, variant));
      EXPECT_GT(psnr_db(planes.luma, expected.luma), 32) << name << " " << side;
      EXPECT_GT(psnr_db(planes.cr, expected.cr), 20) << name << " " << side;
    }
  }
}

// The luma of a colour file is stored as the grey file stores it, whatever is done to the chroma.
TEST(Jpeg, LumaIsTakenAsStored) {
  const Picture picture = sheet(101, 77);
  const Planes grey = decoded(encode_jpeg(picture, {.colour = JpegColour::Grey}));
  EXPECT_FALSE(grey.coloured());
  for (const auto& [horizontal, vertical] : {std::pair{2, 2}, {2, 1}, {1, 2}, {1, 1}, {4, 1}}) {
    for (const bool progressive : {false, true}) {
      const Planes colour = decoded(encode_jpeg(
          picture, {.horizontal = horizontal, .vertical = vertical, .progressive = progressive}));
      EXPECT_EQ(tests::largest_difference(colour.luma, grey.luma), 0);
    }
  }
}

cv::Mat half_of(const cv::Mat& plane) {
  const cv::Size size(plane.cols / 2, plane.rows / 2);
  cv::Mat half;
  cv::resize(plane(cv::Rect({}, size * 2)), half, size, 0, 0, cv::INTER_AREA);
  return half;
}

TEST(Jpeg, SmallerPlanesAreHalvesOfThoseDecoded) {
  for (const auto& [name, variant] : kCases) {
    for (int side = 33; side <= 52; ++side) {
      const Planes planes = decoded(encode_jpeg(sheet(side, 90 - side), variant));
      if (planes.luma_quarter.empty()) continue;  // not stored in planes
      const cv::Rect even({}, planes.luma.size() / 2);
      const auto differs = [](const cv::Mat& a, const cv::Mat& b) {
        return a.size() != b.size() || tests::largest_difference(a, b) != 0;
      };
      EXPECT_FALSE(differs(planes.luma_half, half_of(planes.luma))) << name << " " << side;
      EXPECT_FALSE(differs(planes.luma_quarter, half_of(planes.luma_half))) << name << " " << side;
      EXPECT_FALSE(differs(planes.cb_quarter, half_of(planes.cb(even)))) << name << " " << side;
      EXPECT_FALSE(differs(planes.cr_quarter, half_of(planes.cr(even)))) << name << " " << side;
    }
  }
  EXPECT_FALSE(decoded(encode_jpeg(sheet(64, 64), {})).luma_quarter.empty());
}

TEST(Jpeg, StoredOrientationIsKept) {
  const Bytes jpeg = encode_jpeg(sheet(40, 30), {});
  const Planes planes = decoded(with_segment(jpeg, exif_orientation(6)));
  EXPECT_EQ(planes.luma.size(), cv::Size(40, 30));
}

// --- What honest writers do wrong.

Bytes inserted(Bytes jpeg, std::size_t at, const Bytes& bytes) {
  jpeg.insert(jpeg.begin() + static_cast<std::ptrdiff_t>(at), bytes.begin(), bytes.end());
  return jpeg;
}

Bytes before_end(const Bytes& jpeg, const Bytes& bytes) {
  return inserted(jpeg, jpeg.size() - 2, bytes);
}

Bytes jpeg() {
  return encode_jpeg(sheet(160, 120), {});
}

TEST(Jpeg, SequentialScanWithWrongSpectralSelectionIsRead) {
  Bytes bytes = jpeg();
  bytes[find_marker(bytes, 0xDA) + 3 + 1 + 2 * 3] = 0;  // last coefficient: 0 for 63
  EXPECT_EQ(look_at(bytes).codes(), "-");
}

TEST(Jpeg, UnknownVersionsAndTransformsAreRead) {
  Bytes version = jpeg();
  version[find_marker(version, 0xE0) + 8] = 9;  // JFIF 9.01
  EXPECT_EQ(look_at(version).codes(), "-");
  const Bytes adobe = jpeg_segment(0xEE, bytes_of({"Adobe\0\x64\0\0\0\0\x4D", 12}));
  EXPECT_EQ(look_at(with_segment(jpeg(), adobe)).codes(), "-");
}

TEST(Jpeg, PaddingBeforeTheEndIsRead) {
  EXPECT_EQ(look_at(before_end(jpeg(), Bytes(7, 0x55))).codes(), "-");
  EXPECT_EQ(look_at(before_end(jpeg(), Bytes(500, 0))).codes(), "-");
}

TEST(Jpeg, DataThatWasNotUnderstoodIsDamage) {
  EXPECT_EQ(look_at(before_end(jpeg(), Bytes(64, 0x55))).codes(), "IMG_CORRUPT");
  const Bytes mostly_zeros = inserted(before_end(jpeg(), Bytes(500, 0)), jpeg().size() + 100, {1});
  EXPECT_EQ(look_at(mostly_zeros).codes(), "IMG_CORRUPT");
}

Bytes before_tables(const Bytes& jpeg, const Bytes& bytes) {
  return inserted(jpeg, find_marker(jpeg, 0xDB) - 1, bytes);
}

TEST(Jpeg, BytesBetweenHeadersAreRead) {
  EXPECT_EQ(look_at(before_tables(jpeg(), Bytes(100, 0x55))).codes(), "-");
}

TEST(Jpeg, MoreThanAnEighthPassedOverIsDamage) {
  const Bytes bytes = jpeg();
  EXPECT_EQ(look_at(before_tables(bytes, Bytes(bytes.size() / 8, 0))).codes(), "-");
  EXPECT_EQ(look_at(before_tables(bytes, Bytes(bytes.size() / 6, 0))).codes(), "IMG_CORRUPT");
}

Bytes with_height(Bytes jpeg, int height) {
  const std::size_t at = find_marker(jpeg, 0xC0) + 4;
  jpeg[at] = static_cast<std::uint8_t>(height >> 8);
  jpeg[at + 1] = static_cast<std::uint8_t>(height);
  return jpeg;
}

TEST(Jpeg, RowsAScannerWroteTooManyAreRead) {
  const Picture picture = sheet(160, 400);
  const Bytes long_strip = encode_jpeg(picture, {.restart_rows = 1});
  const auto outcome = look_at(with_height(long_strip, 368));
  ASSERT_EQ(outcome.codes(), "-");
  EXPECT_EQ(outcome.planes->luma.rows, 368);
}

TEST(Jpeg, HeightThatHidesMuchOfThePictureIsDamage) {
  const Bytes long_strip = encode_jpeg(sheet(160, 400), {.restart_rows = 1});
  EXPECT_EQ(look_at(with_height(long_strip, 200)).codes(), "IMG_CORRUPT");
  const Bytes without_restarts = encode_jpeg(sheet(160, 400), {});
  EXPECT_EQ(look_at(with_height(without_restarts, 368)).codes(), "IMG_CORRUPT");
}

TEST(Jpeg, BytesInTheMidstOfAPictureAreDamage) {
  const Bytes bytes = encode_jpeg(sheet(160, 120), {.restart_rows = 1});
  const Bytes second{0xFF, 0xD1};
  const auto at = std::search(bytes.begin(), bytes.end(), second.begin(), second.end());
  const auto offset = static_cast<std::size_t>(at - bytes.begin());
  EXPECT_EQ(look_at(inserted(bytes, offset, Bytes(20, 0x55))).codes(), "IMG_CORRUPT");
}

// --- What would cost too much.

TEST(Jpeg, ProgressivePictureTooLargeForTheMemoryIsRefusedBeforeItIsTaken) {
  Bytes bytes = encode_jpeg(sheet(64, 64), {.horizontal = 1, .vertical = 1, .progressive = true});
  const std::size_t at = find_marker(bytes, 0xC2) + 4;
  for (const auto& [offset, side] : {std::pair{0, 5000}, {2, 8000}}) {
    bytes[at + static_cast<std::size_t>(offset)] = static_cast<std::uint8_t>(side >> 8);
    bytes[at + static_cast<std::size_t>(offset) + 1] = static_cast<std::uint8_t>(side);
  }
  const intake::Header header{.width = 8000, .height = 5000, .progressive = true};
  const auto refused = decode(std::as_bytes(std::span(bytes)), header);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, FindingCode::ImgPixels);
  EXPECT_EQ(refused.error().words.at("detail"), "8000 x 5000");
}

TEST(Jpeg, SidesOtherThanThoseExaminedAreDamage) {
  const Bytes bytes = jpeg();
  const auto refused = decode(std::as_bytes(std::span(bytes)), {.width = 160, .height = 121});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, FindingCode::ImgCorrupt);
}

}  // namespace
}  // namespace vermilion::pipeline::codec
