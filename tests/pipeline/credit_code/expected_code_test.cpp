#include "pipeline/credit_code/expected_code.hpp"

#include "pipeline/credit_code/reader.hpp"
#include "samples/make.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/trained.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace vermilion::pipeline::credit_code {
namespace {

using samples::Defect;
using samples::DocumentKind;

const std::string kCode = "91360000625912173B";

Otherwise unread(double likelihood, double likelihood_read) {
  return {.nothing_read = true, .sighting = {likelihood, likelihood_read, {1, 2, 3, 4}}};
}

TEST(MayBeExpected, IsWhatCanStandOnALine) {
  EXPECT_TRUE(may_be_expected(kCode));
  EXPECT_TRUE(may_be_expected("913600006259121738"));  // wrong, but to be looked for
  EXPECT_FALSE(may_be_expected(""));
  EXPECT_FALSE(may_be_expected("9136000062591217"));
  EXPECT_FALSE(may_be_expected("91360000625912173b"));
  EXPECT_FALSE(may_be_expected("9136000062591217IO"));
}

TEST(BorneOut, ClearLineThatNobodyReadMatches) {
  const auto fact = borne_out(kCode, unread(0.2, 0.2));
  EXPECT_TRUE(fact.matches);
  EXPECT_EQ(fact.value, kCode);
  EXPECT_EQ(fact.likelihood, 0.2);
  EXPECT_EQ(fact.box, (Box{1, 2, 3, 4}));
  EXPECT_EQ(fact.read_by, "trained");
}

TEST(BorneOut, DoubtfulLineDoesNot) {
  EXPECT_FALSE(borne_out(kCode, unread(0.01, 0.01)).matches);
  EXPECT_FALSE(borne_out(kCode, unread(0.2, 0.7)).matches);  // something else is likelier
}

TEST(BorneOut, WhereSomethingWasReadNothingElseMatches) {
  auto read = unread(1, 0);
  read.nothing_read = false;
  EXPECT_FALSE(borne_out(kCode, read).matches);
}

TEST(BorneOut, CodeThatFailsItsChecksNeverMatches) {
  EXPECT_FALSE(borne_out("913600006259121738", unread(1, 1)).matches);
}

// What is read of a sample when the order says this.
Reading read(const samples::Sample& sample, const std::string& expected) {
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
                            .costs = &costs,
                            .expected = expected});
}

samples::Sample sheet(std::uint64_t seed, std::vector<samples::Planted> defects = {}) {
  return samples::make({.document = DocumentKind::SealSheet,
                        .dpi = 200,
                        .seed = seed,
                        .defects = std::move(defects)});
}

// The same with another sequence number, its checks set right.
std::string neighbour_of(std::string code) {
  code[12] = code[12] == '3' ? '8' : '3';
  code[16] = inner_check(code.substr(8, 8));
  code[17] = outer_check(code.substr(0, 17));
  return code;
}

TEST(Expected, CodeOfThePageMatchesAndCostsNothing) {
  const auto sample = sheet(1);
  const Reading reading = read(sample, *sample.truth.code_printed);
  ASSERT_TRUE(reading.code && reading.expected);
  EXPECT_TRUE(reading.expected->matches);
  EXPECT_EQ(reading.expected->likelihood, reading.code->confidence);
  EXPECT_EQ(reading.expected->read_by, "light");
}

TEST(Expected, AnotherCodeIsFarLessLikelyThanTheOneRead) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const auto sample = sheet(seed);
    const Reading reading = read(sample, neighbour_of(*sample.truth.code_printed));
    ASSERT_TRUE(reading.code && reading.expected) << seed;
    EXPECT_EQ(reading.code->value, sample.truth.code_printed);
    EXPECT_FALSE(reading.expected->matches);
    EXPECT_LT(reading.expected->likelihood, 0.01);
    EXPECT_GT(reading.expected->likelihood_read, 0.3);
    EXPECT_EQ(reading.expected->read_by, "trained");
  }
}

TEST(Expected, CodeMeantByAMisprintDoesNotMatch) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto sample = sheet(seed, {{Defect::CodeWrong, 1}});
    const Reading reading = read(sample, *sample.truth.code_meant);
    EXPECT_FALSE(reading.expected && reading.expected->matches) << seed;
  }
}

// The symbol holds a code of its own, and the print is covered from the light reader by being
// small.
TEST(Expected, PrintThatContradictsTheSymbolIsMeasuredAgainstIt) {
  const auto sample =
      samples::make({.document = DocumentKind::InstitutionCertificate, .dpi = 200, .seed = 901});
  const auto page = tests::page_of(sample);
  readers::TesseractReader tesseract(readers::TesseractReader::Language::English);
  Costs costs;
  const page::TextLines no_lines{.level = page.lines.level, .print = page.lines.print};
  const std::vector<qr::Reading> symbols{{{.text = kCode}, "region"}};
  const Reading reading = credit_code::read({.pyramid = &page.pyramid,
                                             .light = &page.light,
                                             .lines = &no_lines,
                                             .symbols = symbols,
                                             .net = &tests::glyph_net(),
                                             .trained = &tests::trained_reader(),
                                             .tesseract = &tesseract,
                                             .costs = &costs,
                                             .expected = *sample.truth.code_printed});
  ASSERT_TRUE(reading.code && reading.expected);
  EXPECT_EQ(reading.code->value, kCode);
  EXPECT_FALSE(reading.expected->matches);
  EXPECT_GT(reading.expected->likelihood, 0.3);
  EXPECT_LT(reading.expected->likelihood_read, 0.01);
}

TEST(Expected, NothingIsMeasuredWhereNoneIs) {
  EXPECT_FALSE(read(sheet(1), "").expected);
  EXPECT_FALSE(read(sheet(1), "no code").expected);
}

TEST(Expected, PageWithoutACodeMatchesNothing) {
  const auto menu = samples::make({.document = DocumentKind::LookalikeMenu, .dpi = 200, .seed = 1});
  const Reading reading = read(menu, kCode);
  EXPECT_FALSE(reading.code);
  EXPECT_FALSE(reading.expected && reading.expected->matches);
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
