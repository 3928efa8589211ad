#include "bench/evaluate/readings.hpp"

#include "tests/bench/evaluate/inspected.hpp"

#include <gtest/gtest.h>

namespace vermilion::evaluate {
namespace {

Reading symbol(std::string text, double cpu_ms) {
  return {.symbols = {std::move(text)}, .cpu_ms = cpu_ms};
}

Reading code(std::string value, bool from_print, double cpu_ms) {
  return {.code = std::move(value), .from_print = from_print, .cpu_ms = cpu_ms};
}

Reading nothing(double cpu_ms) {
  return {.cpu_ms = cpu_ms};
}

// A reader of symbols, cheap, and one of print, dear, on the same three licences.
const Readings kSymbolReader{.licences = {code("A", false, 1), nothing(1), nothing(1)},
                             .no_code = {nothing(1), code("Z", false, 1)},
                             .symbols = {symbol("first", 1), nothing(1), symbol("third", 1)}};
const Readings kPrintReader{.licences = {code("X", true, 10), code("B", true, 20), nothing(30)},
                            .no_code = {code("Y", true, 10), code("Y", true, 10)},
                            .symbols = {}};
const Truths kTruths{.codes = {"A", "B", "C"}, .symbols = {"first", "second", ""}};

TEST(Readings, OfAnInspectionAreItsFacts) {
  const Labelled image{.category = "licence"};
  auto one = an_inspection(image, {{"qr", 2}}, 3);
  one.report.facts.qr =
      std::vector{pipeline::QrFact{.text = "first"}, pipeline::QrFact{.text = "second"}};
  one.report.facts.credit_code = a_code("A", "trained");
  const Reading reading = reading_of(one);
  EXPECT_EQ(reading.symbols, (std::vector<std::string>{"first", "second"}));
  EXPECT_EQ(reading.code, "A");
  EXPECT_TRUE(reading.from_print);
  EXPECT_DOUBLE_EQ(reading.cpu_ms, 5);
  one.report.facts.credit_code = a_code("A", "qr");
  EXPECT_FALSE(reading_of(one).from_print);
}

TEST(Standing, CountsCodesClaimsAndSymbols) {
  const Standing standing = standing_of(kSymbolReader, kTruths);
  EXPECT_EQ(standing.claims.exact, 1);
  EXPECT_EQ(standing.claims.wrong, 0);
  EXPECT_EQ(standing.claims.absent, 2);
  EXPECT_EQ(standing.from_print, 0);
  EXPECT_EQ(standing.from_symbol, 1);
  EXPECT_EQ(standing.decoded, 2);
  EXPECT_EQ(standing.as_labelled, 1);
}

TEST(Standing, CostIsOverTheLicencesThatShowACode) {
  const Standing standing = standing_of(kPrintReader, kTruths);
  EXPECT_DOUBLE_EQ(standing.cpu_ms, 20);
  EXPECT_DOUBLE_EQ(standing.cpu_ms_p95, 30);
}

TEST(Standing, WhoWasNotAskedAboutSymbolsHasNoFigureForThem) {
  const Standing standing = standing_of(kPrintReader, kTruths);
  EXPECT_FALSE(standing.decoded);
  EXPECT_FALSE(standing.as_labelled);
}

TEST(Chain, SecondIsAskedAndPaidOnlyWhereTheFirstReadNoCode) {
  const Readings both = chain(kSymbolReader, kPrintReader);
  ASSERT_EQ(both.licences.size(), 3U);
  EXPECT_EQ(both.licences[0].code, "A");
  EXPECT_DOUBLE_EQ(both.licences[0].cpu_ms, 1);
  EXPECT_EQ(both.licences[1].code, "B");
  EXPECT_TRUE(both.licences[1].from_print);
  EXPECT_DOUBLE_EQ(both.licences[1].cpu_ms, 21);
  EXPECT_FALSE(both.licences[2].code);
  EXPECT_DOUBLE_EQ(both.licences[2].cpu_ms, 31);
  const Standing standing = standing_of(both, kTruths);
  EXPECT_EQ(standing.claims.exact, 2);
  EXPECT_EQ(standing.from_print, 1);
  EXPECT_EQ(standing.from_symbol, 1);
  EXPECT_EQ(standing.decoded, 2);
}

TEST(Chain, SymbolOfTheSecondCountsWhereTheFirstDecodedNone) {
  Readings other = kSymbolReader;
  other.symbols = {symbol("other", 5), symbol("second", 5), symbol("other", 5)};
  const Readings both = chain(kSymbolReader, other);
  EXPECT_EQ(both.symbols[0].symbols.front(), "first");
  EXPECT_EQ(both.symbols[1].symbols.front(), "second");
  EXPECT_DOUBLE_EQ(both.symbols[1].cpu_ms, 6);
  EXPECT_EQ(standing_of(both, kTruths).as_labelled, 2);
}

}  // namespace
}  // namespace vermilion::evaluate
