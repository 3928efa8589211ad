#include "pipeline/credit_code/lattice.hpp"

#include "samples/invented_numbers.hpp"
#include "tests/support/prints.hpp"
#include "tests/support/trained.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace vermilion::pipeline::credit_code {
namespace {

using samples::Font;
using samples::Typeface;

std::string text_of(const Run& run) {
  std::string text;
  for (const Glyph& glyph : run.glyphs) {
    const auto best = std::max_element(glyph.scores.begin(), glyph.scores.end() - 1);
    text += kGlyphs[static_cast<std::size_t>(best - glyph.scores.begin())];
  }
  return text;
}

std::vector<Run> runs_of_print(std::string_view text, const Font& font) {
  std::vector<Run> runs;
  for (const auto& strip : tests::strips_on(tests::printed_line(text, font))) {
    const auto pieces = pieces_of(strip.darkness);
    for (Run& run : runs_of(strip.darkness, pieces, tests::glyph_net()))
      runs.push_back(std::move(run));
  }
  return runs;
}

bool reads(const std::vector<Run>& runs, std::string_view text) {
  return std::ranges::any_of(runs, [&](const Run& run) { return text_of(run) == text; });
}

TEST(Runs, CodesInEveryFaceAndSizeReadAsPrinted) {
  samples::Random random(1);
  int read = 0;
  int all = 0;
  for (const Typeface typeface : {Typeface::Sans, Typeface::Serif, Typeface::Mono}) {
    for (const double size_mm : {2.8, 3.6, 4.4, 5.5}) {
      for (const bool bold : {false, true}) {
        const std::string code = samples::invented_credit_code("91", random);
        read += reads(runs_of_print(code, {.typeface = typeface, .size_mm = size_mm, .bold = bold}),
                      code);
        ++all;
      }
    }
  }
  EXPECT_GE(read, all - 1) << "of " << all;
}

TEST(Runs, LabelBeforeTheCodeIsNoPartOfIt) {
  const auto runs = runs_of_print("统一社会信用代码：91369999MA0000000X", {.size_mm = 4});
  EXPECT_TRUE(reads(runs, "91369999MA0000000X"));
}

TEST(Runs, NumbersOfAnotherLengthStayAsLongAsTheyAre) {
  const std::string nineteen = "6222021502003512345";
  for (const auto& run : runs_of_print(nineteen, {.size_mm = 4})) {
    if (run.counted) continue;
    EXPECT_EQ(text_of(run), nineteen);
  }
  EXPECT_TRUE(reads(runs_of_print(nineteen, {.size_mm = 4}), nineteen));
}

TEST(Runs, HanCharactersAreNoRun) {
  for (const char* text :
       {"样州市墨舟测绘有限公司注册资本壹佰万元整", "经营范围：测绘服务；地图编制；技术咨询"}) {
    for (const auto& run : runs_of_print(text, {.size_mm = 4}))
      EXPECT_LT(run.glyphs.size(), 8U) << text;
  }
}

TEST(Runs, LineThatHoldsTooFewCharactersIsNotEvenLookedAt) {
  EXPECT_TRUE(runs_of_print("2026-11-21", {.size_mm = 4}).empty());
  EXPECT_TRUE(runs_of_print("0791-3699", {.size_mm = 4}).empty());
}

TEST(Runs, NothingComesOfNothing) {
  EXPECT_TRUE(runs_of(cv::Mat1b::zeros(45, 100), {}, tests::glyph_net()).empty());
}

TEST(Runs, GlyphsStandFromLeftToRight) {
  for (const auto& run : runs_of_print("91369999MA0000000X", {.size_mm = 4})) {
    for (std::size_t i = 1; i < run.glyphs.size(); ++i) {
      EXPECT_GE(run.glyphs[i].span.begin, run.glyphs[i - 1].span.end);
    }
  }
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
