#include "pipeline/intake/jpeg_marker.hpp"

#include <gtest/gtest.h>

#include <map>

namespace vermilion::pipeline::intake::jpeg_marker {
namespace {

TEST(JpegMarker, NamesAreThoseOfTheStandard) {
  const std::map<int, std::string> names{
      {0xC0, "SOF0"}, {0xC2, "SOF2"},  {0xC4, "DHT"}, {0xDA, "SOS"},  {0xDB, "DQT"}, {0xDD, "DRI"},
      {0xE0, "APP0"}, {0xEE, "APP14"}, {0xFE, "COM"}, {0x6C, "FF6C"}, {0xCC, "FFCC"}};
  for (const auto& [code, expected] : names) {
    EXPECT_EQ(name(static_cast<std::uint8_t>(code)), expected);
  }
}

TEST(JpegMarker, EveryFrameIsReadOrSaysWhyNot) {
  const std::map<int, std::string> variants{
      {0xC3, "SOF3, lossless"},     {0xC5, "SOF5, hierarchical"}, {0xC7, "SOF7, lossless"},
      {0xC9, "SOF9, arithmetic"},   {0xCB, "SOF11, arithmetic"},  {0xCF, "SOF15, arithmetic"},
      {0xC6, "SOF6, hierarchical"}, {0xCD, "SOF13, arithmetic"}};
  for (const auto& [code, expected] : variants) {
    EXPECT_TRUE(is_frame(static_cast<std::uint8_t>(code)));
    EXPECT_FALSE(is_read(static_cast<std::uint8_t>(code)));
    EXPECT_EQ(variant(static_cast<std::uint8_t>(code)), expected);
  }
  for (const std::uint8_t code : {0xC0, 0xC1, 0xC2}) EXPECT_TRUE(is_frame(code) && is_read(code));
  for (const std::uint8_t code : {0xC4, 0xCC, 0xBF, 0xD0}) EXPECT_FALSE(is_frame(code));
}

TEST(JpegMarker, OnlyRestartsAndTemHaveNoPayload) {
  for (int code = 0; code < 256; ++code) {
    const bool alone = code == 0x01 || (code >= 0xD0 && code <= 0xD7);
    EXPECT_EQ(stands_alone(static_cast<std::uint8_t>(code)), alone) << code;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::intake::jpeg_marker
