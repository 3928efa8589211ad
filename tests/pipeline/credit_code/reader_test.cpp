#include "pipeline/credit_code/reader.hpp"

#include "pipeline/page/gutter.hpp"
#include "samples/make.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/trained.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <ostream>

namespace vermilion::pipeline::credit_code {
namespace {

using samples::Copy;
using samples::Defect;
using samples::DocumentKind;

const std::string kCode = "91360000625912173B";

Reading read(const samples::Sample& sample) {
  const auto page = tests::page_of(sample);
  readers::ZbarReader zbar;
  readers::TesseractReader tesseract(readers::TesseractReader::Language::English);
  Costs costs;
  const auto symbols = qr::read(page.pyramid, page.light, page.lines, zbar, costs);
  return credit_code::read({.pyramid = &page.pyramid,
                            .light = &page.light,
                            .lines = &page.lines,
                            .symbols = symbols,
                            .net = &tests::glyph_net(),
                            .trained = &tests::trained_reader(),
                            .tesseract = &tesseract,
                            .costs = &costs});
}

bool overlap(const Box& a, const Box& b) {
  const cv::Rect both =
      cv::Rect(a.x, a.y, a.width, a.height) & cv::Rect(b.x, b.y, b.width, b.height);
  return both.area() > 0.5 * std::min(a.width * a.height, b.width * b.height);
}

struct Licence {
  const char* name;
  DocumentKind document;
  Copy copy;
};
void PrintTo(const Licence& licence, std::ostream* out) {
  *out << licence.name;
}

class CleanDocument : public testing::TestWithParam<Licence> {};

TEST_P(CleanDocument, GivesItsCodeWhereItStands) {
  int read_right = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto sample = samples::make(
        {.document = GetParam().document, .copy = GetParam().copy, .dpi = 200, .seed = seed});
    const Reading reading = read(sample);
    if (!reading.code) continue;
    EXPECT_EQ(reading.code->value, sample.truth.code_printed) << seed;
    EXPECT_TRUE(overlap(reading.code->box, *sample.truth.code_box) ||
                reading.code->source == CodeSource::Qr)
        << seed;
    EXPECT_TRUE(reading.code->alternatives.empty()) << seed;
    EXPECT_FALSE(reading.misprint) << seed;
    ++read_right;
  }
  EXPECT_GE(read_right, 4);
}

INSTANTIATE_TEST_SUITE_P(
    Reader, CleanDocument,
    testing::Values(Licence{"Licence2019", DocumentKind::BusinessLicence2019, Copy::BlackAndWhite},
                    Licence{"Licence2019Colour", DocumentKind::BusinessLicence2019, Copy::Colour},
                    Licence{"Institution", DocumentKind::InstitutionCertificate, Copy::Colour},
                    Licence{"SealSheet", DocumentKind::SealSheet, Copy::BlackAndWhite},
                    Licence{"Letter", DocumentKind::AuthorisationLetter, Copy::BlackAndWhite}),
    [](const auto& licence) { return licence.param.name; });

// Their symbols carry an opaque token, so the code has to be read off the print.
void expect_read(const std::vector<std::uint64_t>& seeds) {
  for (const std::uint64_t seed : seeds) {
    const auto sample =
        samples::make({.document = DocumentKind::BusinessLicence2014, .dpi = 200, .seed = seed});
    const Reading reading = read(sample);
    ASSERT_TRUE(reading.code) << seed;
    EXPECT_EQ(reading.code->value, sample.truth.code_printed) << seed;
    EXPECT_EQ(reading.code->source, CodeSource::Ocr) << seed;
  }
}

TEST(Reader, LabelBesideTheCodeOfALicenceOf2014IsLeftOut) {
  expect_read({3, 8, 19});
}

TEST(Reader, CodeOfALicenceOf2014WithACopyNumberBehindItIsRead) {
  expect_read({2, 14, 16});
}

class PageWithoutACode : public testing::TestWithParam<DocumentKind> {};

TEST_P(PageWithoutACode, GivesNone) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const Reading reading = read(samples::make({.document = GetParam(), .dpi = 200, .seed = seed}));
    EXPECT_FALSE(reading.code) << seed << " " << reading.code->value;
  }
}

INSTANTIATE_TEST_SUITE_P(Reader, PageWithoutACode,
                         testing::Values(DocumentKind::LookalikeBankLetter,
                                         DocumentKind::LookalikeLetterhead,
                                         DocumentKind::LookalikeMenu, DocumentKind::IdCard));

TEST(Reader, WrongCodeOnPaperIsAMisprintNotACode) {
  int misprints = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto sample = samples::make({.document = DocumentKind::SealSheet,
                                       .dpi = 200,
                                       .seed = seed,
                                       .defects = {{Defect::CodeWrong, 1}}});
    const Reading reading = read(sample);
    EXPECT_FALSE(reading.code) << *sample.truth.code_printed << " became " << reading.code->value;
    if (!reading.misprint) continue;
    ++misprints;
    EXPECT_EQ(reading.misprint->printed, sample.truth.code_printed) << seed;
    EXPECT_TRUE(overlap(reading.misprint->box, *sample.truth.code_box)) << seed;
  }
  EXPECT_GE(misprints, 4);
}

TEST(Reader, LookAlikeLetterIsReportedAsPrinted) {
  int seen = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto sample = samples::make({.document = DocumentKind::SealSheet,
                                       .dpi = 200,
                                       .seed = seed,
                                       .defects = {{Defect::CodeLookalike, 1}}});
    const Reading reading = read(sample);
    if (!reading.code) continue;
    EXPECT_EQ(reading.code->value, sample.truth.code_meant) << seed;
    seen += has_lookalikes(reading.printed);
  }
  EXPECT_GE(seen, 3);
}

TEST(Reader, BlankPageIsReadByNobody) {
  const auto page = tests::page_of(cv::Mat1b(1754, 1240, uchar{245}));
  Costs costs;
  readers::TesseractReader tesseract(readers::TesseractReader::Language::English);
  const Reading reading = credit_code::read({.pyramid = &page.pyramid,
                                             .light = &page.light,
                                             .lines = &page.lines,
                                             .symbols = {},
                                             .net = &tests::glyph_net(),
                                             .trained = &tests::trained_reader(),
                                             .tesseract = &tesseract,
                                             .costs = &costs});
  EXPECT_FALSE(reading.code);
  EXPECT_EQ(reading.read_by, "none");
}

TEST(Reader, CodeOfASymbolIsHeldAgainstThePrint) {
  const auto sample = samples::make({.document = DocumentKind::SealSheet, .dpi = 200, .seed = 1});
  const auto page = tests::page_of(sample);
  Costs costs;
  readers::TesseractReader tesseract(readers::TesseractReader::Language::English);
  const auto with_symbol = [&](const std::string& text) {
    const std::vector<qr::Reading> symbols{{{.text = text}, "region"}};
    return credit_code::read({.pyramid = &page.pyramid,
                              .light = &page.light,
                              .lines = &page.lines,
                              .symbols = symbols,
                              .net = &tests::glyph_net(),
                              .trained = &tests::trained_reader(),
                              .tesseract = &tesseract,
                              .costs = &costs});
  };
  const Reading same = with_symbol("https://example.org/?c=" + *sample.truth.code_printed);
  ASSERT_TRUE(same.code);
  EXPECT_EQ(same.code->source, CodeSource::Both);
  EXPECT_EQ(same.read_by, "qr");
  const Reading another = with_symbol(kCode);
  ASSERT_TRUE(another.code);
  EXPECT_EQ(another.code->value, kCode);
  EXPECT_EQ(another.code->source, CodeSource::Qr);
  EXPECT_EQ(another.code->alternatives, std::vector<std::string>{*sample.truth.code_printed});
  const Reading token = with_symbol("https://example.org/?t=0123456789abcdef");
  ASSERT_TRUE(token.code);
  EXPECT_EQ(token.code->source, CodeSource::Ocr);
  EXPECT_EQ(token.code->value, sample.truth.code_printed);
}

// A document, and beside it the same with its code painted over.
cv::Mat1b two_side_by_side(const samples::Sample& sample) {
  const cv::Mat1b page = tests::page_of(sample).pyramid.luma(0);
  const Box& code = *sample.truth.code_box;
  cv::Mat1b other = page.clone();
  other(cv::Rect(code.x - 8, code.y - 8, code.width + 16, code.height + 16)) = 250;
  cv::Mat1b both;
  cv::hconcat(page, other, both);
  return both;
}

TEST(CodeReader, WithoutTheTrainedReaderDoesWithoutIt) {
  const auto sample =
      samples::make({DocumentKind::AuthorisationLetter, Copy::BlackAndWhite, 200, 5});
  const auto page = tests::page_of(two_side_by_side(sample));
  const auto gutter = page::gutter_of(page.lines, page.pyramid.luma(0).size());
  ASSERT_TRUE(gutter && gutter->upright);
  Costs costs;
  const Reading reading = credit_code::read({.pyramid = &page.pyramid,
                                             .light = &page.light,
                                             .lines = &page.lines,
                                             .net = &tests::glyph_net(),
                                             .costs = &costs,
                                             .expected = kCode});
  ASSERT_TRUE(reading.code);
  EXPECT_EQ(reading.code->value, sample.truth.code_printed);
  EXPECT_TRUE(reading.others.empty());
  EXPECT_FALSE(reading.expected);
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
