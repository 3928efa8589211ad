#include "pipeline/credit_code/decode.hpp"

#include "pipeline/credit_code/citizen_id.hpp"
#include "pipeline/credit_code/credit_code.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <utility>

namespace vermilion::pipeline::credit_code {
namespace {

const std::string kCode = "91360000625912173B";

using Likely = std::initializer_list<std::pair<char, double>>;

// What a classifier says: these characters with these probabilities, the rest next to nothing.
Glyph glyph(Likely likely) {
  Glyph glyph;
  glyph.scores.fill(std::log(1e-6F));
  for (const auto& [character, probability] : likely) {
    glyph.scores[kGlyphs.find(character)] = static_cast<float>(std::log(probability));
  }
  return glyph;
}

Run clear_run(std::string_view printed) {
  Run run;
  for (const char c : printed) run.glyphs.push_back(glyph({{c, 0.999}}));
  return run;
}

TEST(DecodeRun, ClearPrintIsTheCodeItself) {
  const auto decoded = decode(clear_run(kCode));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->printed, kCode);
  EXPECT_EQ(decoded->code, kCode);
  EXPECT_GT(decoded->clarity, 0.99);
  EXPECT_GT(decoded->confidence, 0.97);
}

TEST(DecodeRun, NearTieIsSettledByTheChecks) {
  auto run = clear_run(kCode);
  run.glyphs[17] = glyph({{'8', 0.55}, {'B', 0.45}});
  const auto decoded = decode(run);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->code, kCode);
  EXPECT_EQ(decoded->printed, "913600006259121738");  // what was printed is reported as read
  EXPECT_LT(decoded->confidence, 0.6);
  EXPECT_GT(decoded->confidence, 0.3);
}

TEST(DecodeRun, TwoNearTiesAreSettledTogether) {
  auto run = clear_run(kCode);
  run.glyphs[17] = glyph({{'8', 0.55}, {'B', 0.45}});
  run.glyphs[9] = glyph({{'7', 0.52}, {'2', 0.48}});
  EXPECT_EQ(decode(run)->code, kCode);
}

// The classifier was sure, so the wrong character stands on the paper.
TEST(DecodeRun, WrongPrintIsNeverRepaired) {
  int misprints = 0;
  for (std::size_t i = 0; i < kLength; ++i) {
    for (const char other : kAlphabet) {
      if (other == kCode[i]) continue;
      std::string printed = kCode;
      printed[i] = other;
      auto run = clear_run(printed);
      run.glyphs[i] = glyph({{other, 0.97}, {kCode[i], 0.02}});
      const auto decoded = decode(run);
      ASSERT_TRUE(decoded);
      EXPECT_FALSE(decoded->code) << printed << " became " << *decoded->code;
      ++misprints;
    }
  }
  EXPECT_EQ(misprints, 18 * 30);
}

TEST(DecodeRun, ManySmallDoubtsAreTooMany) {
  auto run = clear_run(kCode);
  for (const std::size_t i : {9U, 10U, 11U, 12U, 13U, 14U, 15U, 17U}) {
    const char other = kCode[i] == '4' ? 'A' : '4';
    run.glyphs[i] = glyph({{other, 0.7}, {kCode[i], 0.3}});
  }
  EXPECT_FALSE(decode(run)->code);
}

// 7 and T, 0 and B are the same to the inner check; with the outer check undecided as well, two
// codes pass and either may be meant.
TEST(DecodeRun, TwoValidCodesTooCloseToEachOtherAreNone) {
  std::string first = "91360000T25912103";
  first[16] = inner_check(first.substr(8, 8));
  std::string second = first;
  second[8] = '7';
  ASSERT_EQ(second[16], inner_check(second.substr(8, 8)));
  first += outer_check(first);
  second += outer_check(second);
  ASSERT_TRUE(valid(first) && valid(second));

  auto run = clear_run(first);
  run.glyphs[8] = glyph({{first[8], 0.51}, {second[8], 0.49}});
  run.glyphs[17] = glyph({{first[17], 0.51}, {second[17], 0.49}});
  EXPECT_FALSE(decode(run)->code);
  // With one of the two places clear there is no doubt left.
  run.glyphs[17] = glyph({{second[17], 0.999}});
  EXPECT_EQ(decode(run)->code, second);
}

TEST(DecodeRun, LettersTheAlphabetLacksCountForTheirDigit) {
  const auto decoded = decode(clear_run("9I36OOOO6Z59I2I73B"));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->code, kCode);
  EXPECT_EQ(decoded->printed, "9I36OOOO6Z59I2I73B");
}

TEST(DecodeRun, CharacterAndItsLookAlikeAddUp) {
  auto run = clear_run(kCode);
  for (const std::size_t i : {4U, 5U, 6U, 7U}) run.glyphs[i] = glyph({{'O', 0.5}, {'0', 0.5}});
  EXPECT_GT(decode(run)->confidence, 0.95);
}

TEST(DecodeRun, OnlyEighteenCharactersSayAnything) {
  for (const std::size_t length : {0U, 1U, 16U, 17U, 19U, 20U, 36U}) {
    std::string text = kCode + kCode;
    EXPECT_FALSE(decode(clear_run(text.substr(0, length)))) << length;
  }
}

TEST(DecodeRun, CitizenIdIsNoCode) {
  std::string id = "36999919900307";
  id += "001";
  id += citizen_id::check_character(id);
  ASSERT_TRUE(citizen_id::valid(id));
  EXPECT_FALSE(decode(clear_run(id))->code);
}

TEST(DecodeRun, CitizenIdWithADoubtfulDigitIsNoCode) {
  for (const std::string id : {"11010519491231002X", "440524188001010014"}) {
    ASSERT_TRUE(citizen_id::valid(id));
    for (std::size_t i = 0; i < id.size(); ++i) {
      for (char other = '0'; other <= '9'; ++other) {
        if (other == id[i]) continue;
        auto run = clear_run(id);
        run.glyphs[i] = glyph({{id[i], 0.6}, {other, 0.4}});
        EXPECT_FALSE(decode(run)->code) << id << " with " << other << " at " << i;
      }
    }
  }
}

TEST(DecodeRun, NoiseOfEqualChancesIsAnsweredWithoutACode) {
  credit_code::Run run;
  Glyph any;
  any.scores.fill(std::log(1.0F / kGlyphClasses));
  run.glyphs.assign(kLength, any);
  const auto decoded = decode(run);
  ASSERT_TRUE(decoded);
  EXPECT_FALSE(decoded->code);
  EXPECT_LT(decoded->clarity, 0.1);
}

TEST(DecodeRun, WhateverIsFoundPassesBothChecks) {
  // Doubtful readings of arbitrary lines, two characters a place.
  std::uint32_t state = 1;
  const auto next = [&](std::size_t bound) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % bound;
  };
  for (int i = 0; i < 3000; ++i) {
    credit_code::Run run;
    for (std::size_t k = 0; k < kLength; ++k) {
      const double sure = 0.5 + 0.0049 * static_cast<double>(next(100));
      run.glyphs.push_back(glyph({{kGlyphs[next(36)], sure}, {kGlyphs[next(36)], 1 - sure}}));
    }
    const auto decoded = decode(run);
    ASSERT_TRUE(decoded);
    if (decoded->code) {
      EXPECT_TRUE(valid(*decoded->code)) << *decoded->code;
    }
  }
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
