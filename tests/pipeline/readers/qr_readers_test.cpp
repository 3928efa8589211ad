#include "pipeline/readers/zbar_reader.hpp"
#include "pipeline/readers/zxing_reader.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <functional>
#include <ostream>

// What is asked of whoever reads QR symbols, held against both who do.
namespace vermilion::pipeline::readers {
namespace {

struct Reader {
  const char* name;
  std::function<std::vector<qr::Symbol>(const cv::Mat&)> symbols;
};
void PrintTo(const Reader& reader, std::ostream* out) {
  *out << reader.name;
}

const std::string kPayload = "https://example.org/?uniscid=91369999MA00000000";

class QrReader : public testing::TestWithParam<Reader> {
 protected:
  std::vector<std::string> texts(const cv::Mat& luma) const {
    std::vector<std::string> found;
    for (const auto& symbol : GetParam().symbols(luma)) found.push_back(symbol.text);
    std::ranges::sort(found);
    return found;
  }
};

TEST_P(QrReader, ReadsACleanSymbol) {
  EXPECT_EQ(texts(tests::qr_symbol(kPayload, 4)), std::vector{kPayload});
}

TEST_P(QrReader, CornersAreThoseOfTheSymbolClockwiseFromItsOwnFirst) {
  cv::Mat1b luma = tests::qr_symbol(kPayload, 6);
  const auto side = static_cast<float>(luma.cols);
  const std::array<cv::Point2f, 4> corners{
      {{24, 24}, {side - 24, 24}, {side - 24, side - 24}, {24, side - 24}}};
  for (const int quarter_turns : {0, 1, 2, 3}) {
    const auto found = GetParam().symbols(luma);
    ASSERT_EQ(found.size(), 1U);
    for (std::size_t i = 0; i < 4; ++i) {
      const cv::Point2f expected = corners[(i + static_cast<std::size_t>(quarter_turns)) % 4];
      EXPECT_LT(cv::norm(found[0].corners[i] - expected), 6)
          << "corner " << i << " after " << quarter_turns << " quarter turns";
    }
    cv::Mat1b turned;
    cv::rotate(luma, turned, cv::ROTATE_90_CLOCKWISE);
    luma = turned;
  }
}

TEST_P(QrReader, ReadsBytesOfGbkAndUtf8AsText) {
  EXPECT_EQ(texts(tests::qr_symbol("\xC3\xFB\xB3\xC6\xA3\xBA\xC4\xAB\xD6\xDB", 5)),
            std::vector<std::string>{"名称：墨舟"});
  EXPECT_EQ(texts(tests::qr_symbol("名称：墨舟", 5)), std::vector<std::string>{"名称：墨舟"});
}

TEST_P(QrReader, ReadsSeveralSymbolsOfAPicture) {
  cv::Mat1b luma(500, 900, uchar{255});
  tests::paste(luma, tests::qr_symbol("first " + kPayload, 5), {40, 40});
  tests::paste(luma, tests::qr_symbol("other " + kPayload, 5), {500, 200});
  EXPECT_EQ(texts(luma), (std::vector{"first " + kPayload, "other " + kPayload}));
}

TEST_P(QrReader, ReadsAPartOfALargerPicture) {
  cv::Mat1b page(600, 800, uchar{255});
  const cv::Mat1b symbol = tests::qr_symbol(kPayload, 4);
  tests::paste(page, symbol, {203, 111});
  // A view whose rows are longer than it is wide.
  EXPECT_EQ(texts(page(cv::Rect({203, 111}, symbol.size()))), std::vector{kPayload});
}

TEST_P(QrReader, FindsNothingWhereNothingIs) {
  EXPECT_TRUE(texts(cv::Mat1b(200, 300, uchar{255})).empty());
  EXPECT_TRUE(texts(cv::Mat1b(1, 1, uchar{0})).empty());
  EXPECT_TRUE(texts(tests::text_page({400, 400}, 14)).empty());
}

TEST_P(QrReader, DamageBeyondRepairIsNoText) {
  cv::Mat1b luma = tests::qr_symbol(kPayload, 6);
  luma(cv::Rect(luma.cols / 3, luma.rows / 3, luma.cols / 2, luma.rows / 2)).setTo(255);
  EXPECT_TRUE(texts(luma).empty());
}

TEST_P(QrReader, GoesOnReadingPictureAfterPicture) {
  const cv::Mat1b luma = tests::qr_symbol(kPayload, 3);
  for (int i = 0; i < 120; ++i) ASSERT_EQ(texts(luma).size(), 1U) << i;
}

INSTANTIATE_TEST_SUITE_P(Readers, QrReader,
                         testing::Values(Reader{"Zxing", zxing_symbols},
                                         Reader{"Zbar",
                                                [](const cv::Mat& luma) {
                                                  static ZbarReader reader;
                                                  return reader.symbols(luma);
                                                }}),
                         [](const auto& reader) { return reader.param.name; });

}  // namespace
}  // namespace vermilion::pipeline::readers
