#include "service/overlay/jpeg_writer.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace vermilion::service::overlay {
namespace {

int byte_at(const std::vector<std::byte>& bytes, std::size_t i) {
  return std::to_integer<int>(bytes[i]);
}

TEST(EncodeJpeg, IsAJpegFromItsFirstToItsLastMarker) {
  for (const int type : {CV_8UC3, CV_8UC4}) {
    const auto jpeg = encode_jpeg(cv::Mat(30, 50, type, cv::Scalar::all(200)));
    ASSERT_TRUE(jpeg);
    EXPECT_EQ(byte_at(*jpeg, 0), 0xFF);
    EXPECT_EQ(byte_at(*jpeg, 1), 0xD8);
    EXPECT_EQ(byte_at(*jpeg, jpeg->size() - 2), 0xFF);
    EXPECT_EQ(byte_at(*jpeg, jpeg->size() - 1), 0xD9);
  }
}

TEST(EncodeJpeg, SamePictureGivesTheSameBytes) {
  cv::Mat noise(200, 300, CV_8UC3);
  cv::randu(noise, 0, 255);
  EXPECT_EQ(encode_jpeg(noise), encode_jpeg(noise.clone()));
}

TEST(EncodeJpeg, BetterQualityCostsBytes) {
  cv::Mat noise(200, 300, CV_8UC3);
  cv::randu(noise, 0, 255);
  EXPECT_LT(encode_jpeg(noise, 50)->size(), encode_jpeg(noise, 95)->size());
}

TEST(EncodeJpeg, PartOfAPictureIsEncodedRowByRow) {
  const cv::Mat whole(100, 100, CV_8UC3, cv::Scalar(10, 20, 30));
  const cv::Mat part = whole(cv::Rect(10, 10, 40, 40));
  EXPECT_EQ(encode_jpeg(part), encode_jpeg(part.clone()));
}

TEST(EncodeJpeg, WhatTheFormatCannotHoldIsAComplaint) {
  const auto jpeg = encode_jpeg(cv::Mat(1, 70'000, CV_8UC3, cv::Scalar::all(0)));
  ASSERT_FALSE(jpeg);
  EXPECT_NE(jpeg.error().find("65500"), std::string::npos) << jpeg.error();
}

}  // namespace
}  // namespace vermilion::service::overlay
