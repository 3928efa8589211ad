#include "pipeline/intake/sniff.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::intake {
namespace {

Kind sniffed(std::string_view bytes) {
  return sniff(std::as_bytes(std::span(bytes)));
}

TEST(Sniff, OnlyThreeKindsAreRead) {
  EXPECT_EQ(sniffed("\xFF\xD8\xFF\xE0").format, ImageFormat::Jpeg);
  EXPECT_EQ(sniffed("\x89PNG\r\n\x1A\n").format, ImageFormat::Png);
  EXPECT_EQ(sniffed("BM").format, ImageFormat::Bmp);
  for (const std::string_view other : {"GIF89a", "%PDF-1.4", "PK\3\4", "text", "\x89PNG\n"}) {
    EXPECT_FALSE(sniffed(other).format) << other;
  }
}

TEST(Sniff, TextIsToldFromMarkupAndFromBytes) {
  EXPECT_EQ(sniffed("hello\r\n\tworld").name, "text");
  EXPECT_EQ(sniffed("\xD3\xAA\xD2\xB5\xD6\xB4\xD5\xD5").name, "text");  // GBK
  EXPECT_EQ(sniffed("  <HTML>").name, "HTML");
  EXPECT_EQ(sniffed("\xEF\xBB\xBF<!doctype HTML>").name, "HTML");
  EXPECT_EQ(sniffed("<?xml version='1.0'?><a/>").name, "XML");
  EXPECT_EQ(sniffed("<?xml version='1.0'?><!-- a --><svg/>").name, "SVG");
  EXPECT_EQ(sniffed({"a\0b", 3}).name, "unknown");
  EXPECT_EQ(sniffed("\xFF").name, "unknown");
}

TEST(Sniff, MagicInsideIsLookedForAtItsPlace) {
  EXPECT_EQ(sniffed({"RIFF\0\0\0\0WEBP", 12}).name, "WebP");
  EXPECT_EQ(sniffed({"RIFF\0\0\0\0WAVE", 12}).name, "unknown");
  EXPECT_EQ(sniffed({"\0\0\0\x18"
                     "ftypheic",
                     12})
                .name,
            "HEIC");
  EXPECT_EQ(sniffed({"\0\0\0\x18"
                     "ftypisom",
                     12})
                .name,
            "MP4");
}

TEST(Extension, IsTheLastPartInLowerCase) {
  EXPECT_EQ(extension_of("scan.JPG"), ".jpg");
  EXPECT_EQ(extension_of("a.b/营业执照.tar.Png"), ".png");
  EXPECT_EQ(extension_of("a.png/scan"), "");
  EXPECT_EQ(extension_of("C:\\a.png\\scan"), "");
  EXPECT_EQ(extension_of("scan"), "");
  EXPECT_EQ(extension_of(""), "");
}

TEST(Extension, AllFourOfJpegMeanTheSame) {
  for (const std::string_view extension : {".jpg", ".jpeg", ".jpe", ".jfif"}) {
    EXPECT_EQ(kind_of_extension(extension), "JPEG") << extension;
  }
  EXPECT_EQ(kind_of_extension(".bmp"), "BMP");
  EXPECT_EQ(kind_of_extension(".dat"), "");
  EXPECT_EQ(kind_of_extension(""), "");
}

}  // namespace
}  // namespace vermilion::pipeline::intake
