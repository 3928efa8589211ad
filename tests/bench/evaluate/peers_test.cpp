#include "bench/evaluate/peers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

// What the peers wrote about drawn samples, taken down.
namespace vermilion::evaluate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Peer& peer(std::string_view name) {
  return *std::ranges::find(peers(), name, [](const Peer& one) { return one.tool.name; });
}

Reading read(std::string_view name, const std::string& output) {
  return reading_of(peer(name), output);
}

constexpr const char* kZxingOfOne =
    R"(Text:       "http://www.gsxt.gov.cn/index.html?uniscid=91369999MA0140544D"
Bytes:      68 74 74 70
BytesECI:   5D 51 32
Format:     QRCode
Identifier: ]Q1
Content:    Text
HasECI:     false
Position:   1682x392 1870x392 1870x582 1681x581 
Rotation:   0 deg
IsMirrored: false
EC Level:   M
)";

TEST(ZXingReader, TextStandsBetweenItsQuotes) {
  const Reading reading = read("zxing", kZxingOfOne);
  EXPECT_THAT(reading.symbols,
              ElementsAre("http://www.gsxt.gov.cn/index.html?uniscid=91369999MA0140544D"));
  EXPECT_EQ(reading.code, "91369999MA0140544D");
  EXPECT_FALSE(reading.from_print);
}

TEST(ZXingReader, TextMayHoldQuotesAndLinesAndBeOneOfSeveral) {
  const std::string first =
      "Text:       \"say \"x\"\ntwice\"\nBytes:      73\nFormat:     QRCode\n\n";
  const Reading reading = read("zxing", first + kZxingOfOne);
  ASSERT_EQ(reading.symbols.size(), 2U);
  EXPECT_EQ(reading.symbols[0], "say \"x\"\ntwice");
  EXPECT_EQ(reading.code, "91369999MA0140544D");
}

TEST(ZXingReader, SaysSoWhereThereIsNone) {
  const Reading reading = read("zxing", "No barcode found\n");
  EXPECT_THAT(reading.symbols, IsEmpty());
  EXPECT_FALSE(reading.code);
}

TEST(Zbarimg, PayloadEndsBeforeItsLineFeed) {
  const Reading reading = read("zbar", "https://example.org/?uniscid=91369999MA0140544D\n");
  EXPECT_THAT(reading.symbols, ElementsAre("https://example.org/?uniscid=91369999MA0140544D"));
  EXPECT_EQ(reading.code, "91369999MA0140544D");
  EXPECT_THAT(read("zbar", "").symbols, IsEmpty());
}

TEST(Tesseract, CodeIsReadFromALineOfPrint) {
  const Reading reading =
      read("tesseract_page",
           "营业 执照\n统一 社会 信用 代码 91369999MA0140544D (LD   一\n\n名     称\n");
  EXPECT_EQ(reading.code, "91369999MA0140544D");
  EXPECT_TRUE(reading.from_print);
  EXPECT_THAT(reading.symbols, IsEmpty());
}

TEST(Tesseract, BlanksWithinACodeAreNoHindrance) {
  EXPECT_EQ(read("tesseract_sparse", "9136 9999 MA01 4054 4D\n").code, "91369999MA0140544D");
}

TEST(Tesseract, NumberBesideACodeDoesNotHideIt) {
  EXPECT_EQ(read("tesseract_sparse", "91369999MA0140544D (1-1)\n36999920220928604115\n").code,
            "91369999MA0140544D");
}

TEST(Tesseract, PartOfALongerRunOrAWrongCheckIsNoCode) {
  EXPECT_FALSE(read("tesseract_sparse", "191369999MA0140544D\n").code);
  EXPECT_FALSE(read("tesseract_sparse", "91369999MA0140544C\n").code);
}

}  // namespace
}  // namespace vermilion::evaluate
