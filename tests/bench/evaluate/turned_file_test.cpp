#include "bench/evaluate/turned_file.hpp"

#include "samples/encode/jpeg.hpp"
#include "samples/encode/png.hpp"

#include <gtest/gtest.h>

namespace vermilion::evaluate {
namespace {

namespace encode = samples::encode;

// Different in every corner and along both sides.
samples::Picture a_picture(int width, int height) {
  samples::Picture picture(height, width);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      picture(y, x) =
          cv::Vec3b(cv::saturate_cast<std::uint8_t>(x * 3), cv::saturate_cast<std::uint8_t>(y * 4),
                    cv::saturate_cast<std::uint8_t>(255 - x - y));
    }
  }
  return picture;
}

std::vector<std::byte> a_jpeg(int width, int height) {
  return encode::jpeg(a_picture(width, height), 200, {});
}

TEST(TurnedPixels, LandWhereAClockwiseTurnPutsThem) {
  const Pixels row{3, 1, {1, 1, 1, 2, 2, 2, 3, 3, 3}};
  const Pixels column{1, 3, {1, 1, 1, 2, 2, 2, 3, 3, 3}};
  const Pixels backward{3, 1, {3, 3, 3, 2, 2, 2, 1, 1, 1}};
  EXPECT_EQ(turned(row, 90), column);
  EXPECT_EQ(turned(column, 90), backward);
  EXPECT_EQ(turned(row, 180), backward);
  EXPECT_EQ(turned(backward, 270), column);
  EXPECT_EQ(turned(row, 0), row);
}

class TurnedFileOf : public testing::TestWithParam<int> {};

// Blocks of 4:2:0 are sixteen pixels wide and high: here nothing is left over.
TEST_P(TurnedFileOf, JpegOfWholeBlocksIsAJpegAndTurnsBackToItself) {
  const auto file = a_jpeg(64, 48);
  const auto there = turned_file(file, GetParam());
  ASSERT_TRUE(there);
  EXPECT_EQ(there->extension, "jpg");
  const auto lying = pixels_of(there->bytes);
  ASSERT_TRUE(lying);
  EXPECT_EQ(lying->width, GetParam() == 180 ? 64 : 48);
  EXPECT_NE(lying, pixels_of(file));
  const auto back = turned_file(there->bytes, 360 - GetParam());
  ASSERT_TRUE(back);
  EXPECT_EQ(pixels_of(back->bytes), pixels_of(file));
}

TEST_P(TurnedFileOf, JpegThatEndsWithinABlockIsAPngOfItsPixelsTurned) {
  const auto file = a_jpeg(61, 45);
  const auto there = turned_file(file, GetParam());
  ASSERT_TRUE(there);
  EXPECT_EQ(there->extension, "png");
  EXPECT_EQ(pixels_of(there->bytes), turned(pixels_of(file).value(), GetParam()));
}

TEST_P(TurnedFileOf, PngStaysOneAndTurnsBackToItself) {
  const auto file = encode::png(a_picture(50, 30), 200, encode::PngVariant::Rgb);
  const auto there = turned_file(file, GetParam());
  ASSERT_TRUE(there);
  EXPECT_EQ(there->extension, "png");
  const auto back = turned_file(there->bytes, 360 - GetParam());
  ASSERT_TRUE(back);
  EXPECT_EQ(pixels_of(back->bytes), pixels_of(file));
}

INSTANTIATE_TEST_SUITE_P(, TurnedFileOf, testing::Values(90, 180, 270));

TEST(TurnedFile, JpegAndPngOfTheSamePictureTurnTheSameWay) {
  const auto jpeg = turned_file(a_jpeg(64, 48), 90);
  const auto png = turned_file(encode::png(a_picture(64, 48), 200, encode::PngVariant::Rgb), 90);
  const Pixels from_jpeg = pixels_of(jpeg.value().bytes).value();
  const Pixels from_png = pixels_of(png.value().bytes).value();
  ASSERT_EQ(from_jpeg.rgb.size(), from_png.rgb.size());
  double difference = 0;
  for (std::size_t i = 0; i < from_png.rgb.size(); ++i)
    difference += std::abs(from_jpeg.rgb[i] - from_png.rgb[i]);
  EXPECT_LT(difference / static_cast<double>(from_png.rgb.size()), 3);
}

TEST(TurnedFile, NothingComesOfWhatIsNoPictureOrCut) {
  auto cut = a_jpeg(64, 48);
  cut.resize(cut.size() / 2);
  EXPECT_FALSE(pixels_of(cut));
  EXPECT_FALSE(turned_file(std::vector<std::byte>(100), 90));
}

}  // namespace
}  // namespace vermilion::evaluate
