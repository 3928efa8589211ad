#include "pipeline/readers/tesseract_reader.hpp"

#include "tests/support/pages.hpp"
#include "tests/support/prints.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdlib>

namespace vermilion::pipeline::readers {
namespace {

using Language = TesseractReader::Language;
using Layout = TesseractReader::Layout;

cv::Mat1b line(std::string_view text) {
  return tests::planes_of(tests::printed_line(text, {.size_mm = 4.5})).luma;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
  return text;
}

std::string read(TesseractReader& reader, const cv::Mat& grey, Layout layout = Layout::Line) {
  const auto text = reader.read(grey, layout);
  EXPECT_TRUE(text) << (text ? "" : text.error().detail);
  return without_blanks(text.value_or(""));
}

TEST(TesseractReader, ReadsALineOfDigits) {
  TesseractReader english(Language::English);
  EXPECT_EQ(read(english, line("3699 0123 4567 89")), "36990123456789");
}

TEST(TesseractReader, ReadsALineOfChinese) {
  TesseractReader chinese(Language::Chinese);
  EXPECT_NE(read(chinese, line("营业执照")).find("营业执照"), std::string::npos);
}

TEST(TesseractReader, ReadsTextHereAndThere) {
  TesseractReader english(Language::English);
  cv::Mat1b page(1000, 1200, uchar{255});
  tests::paste(page, line("36990123"), {20, 60});
  tests::paste(page, line("77776666"), {80, 640});
  const std::string text = read(english, page, Layout::Sparse);
  EXPECT_NE(text.find("36990123"), std::string::npos) << text;
  EXPECT_NE(text.find("77776666"), std::string::npos) << text;
}

TEST(TesseractReader, ReadsAPartOfALargerPicture) {
  TesseractReader english(Language::English);
  cv::Mat1b page(900, 1400, uchar{255});
  const cv::Mat1b digits = line("36990123");
  tests::paste(page, digits, {101, 202});
  EXPECT_EQ(read(english, page(cv::Rect({101, 202}, digits.size()))), "36990123");
}

TEST(TesseractReader, BlankLineReadsAsNothing) {
  TesseractReader english(Language::English);
  EXPECT_EQ(read(english, cv::Mat1b(60, 400, uchar{255})), "");
  EXPECT_TRUE(english.read(cv::Mat1b(2, 2, uchar{255}), Layout::Line));  // whatever it makes of it
}

TEST(TesseractReader, SameLineReadsTheSameEveryTime) {
  TesseractReader english(Language::English);
  const cv::Mat1b digits = line("91369999MA0000000X");
  const std::string first = read(english, digits);
  EXPECT_FALSE(first.empty());
  read(english, line("77776666"));
  EXPECT_EQ(read(english, digits), first);
}

TEST(TesseractReader, LanguageThatIsNotInstalledSaysWhatToInstall) {
  // Tesseract looks into this folder first, and only there.
  const char* before = std::getenv("TESSDATA_PREFIX");
  const std::string kept = before != nullptr ? before : "";
  setenv("TESSDATA_PREFIX", "/nonexistent", 1);
  TesseractReader chinese(Language::Chinese);
  const auto text = chinese.read(cv::Mat1b(40, 200, uchar{255}), Layout::Line);
  if (before != nullptr) {
    setenv("TESSDATA_PREFIX", kept.c_str(), 1);
  } else {
    unsetenv("TESSDATA_PREFIX");
  }
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().kind, ErrorKind::ReaderFailed);
  EXPECT_NE(text.error().detail.find("tesseract-ocr-chi-sim"), std::string::npos);
}

}  // namespace
}  // namespace vermilion::pipeline::readers
