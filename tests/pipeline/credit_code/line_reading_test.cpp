#include "pipeline/credit_code/line_reading.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace vermilion::pipeline::credit_code {
namespace {

const std::string kCode = "91360000625912173B";

// Characters read with this probability, ten pixels apart.
Run run_of(std::string_view text, float probability = 0.98F) {
  Run run;
  for (std::size_t i = 0; i < text.size(); ++i) {
    Glyph glyph{.span = {static_cast<int>(10 * i), static_cast<int>(10 * i + 8)}};
    glyph.scores.fill(std::log((1 - probability) / (kGlyphClasses - 1)));
    glyph.scores[kGlyphs.find(text[i])] = std::log(probability);
    run.glyphs.push_back(glyph);
  }
  return run;
}

// On a line of capitals of ten pixels, twice as large on the page and 100 pixels down.
LineReading read(const std::vector<Run>& runs, double confidence_min = kConfidenceMin) {
  return reading_of(runs, {.to_page = {2, 0, 0, 0, 2, 100}, .middle = 10, .capitals = 10},
                    confidence_min);
}

TEST(LineReading, RunThatIsACodeGivesIt) {
  const LineReading reading = read({run_of("2023"), run_of(kCode)});
  ASSERT_TRUE(reading.code);
  EXPECT_EQ(reading.code->value, kCode);
  EXPECT_EQ(reading.printed, kCode);
  EXPECT_EQ(reading.code->box.x, 0);
  EXPECT_NEAR(reading.code->box.width, 2 * 178, 1);
  EXPECT_NEAR(reading.code->box.y, 100 + 2 * 4, 1);
  EXPECT_NEAR(reading.code->box.height, 2 * 12, 1);
  EXPECT_EQ(reading.span.begin, 0);
  EXPECT_EQ(reading.span.end, 178);
  EXPECT_FALSE(reading.misprint);
}

TEST(LineReading, CodeThatIsReadDoubtfullyIsNoneAndNoMisprint) {
  // Six places at which an 8 is half as likely: the code is right in one case of eleven.
  auto run = run_of(kCode);
  for (const std::size_t place : {3U, 4U, 5U, 6U, 7U, 8U}) {
    run.glyphs[place].scores[kGlyphs.find(kCode[place])] = std::log(0.6F);
    run.glyphs[place].scores[kGlyphs.find('8')] = std::log(0.3F);
  }
  const LineReading reading = read({run});
  EXPECT_FALSE(reading.code);
  EXPECT_FALSE(reading.misprint);
  EXPECT_EQ(reading.characters, 18);

  const LineReading lenient = read({run}, 0);
  ASSERT_TRUE(lenient.code);
  EXPECT_EQ(lenient.code->value, kCode);
  EXPECT_LT(lenient.code->confidence, kConfidenceMin);
}

TEST(LineReading, RegistrationNumberIsKnownByItsCheckDigit) {
  EXPECT_TRUE(read({run_of("990000100123456")}).registration_number);
  EXPECT_TRUE(read({run_of("99OOOO1OO1234S6")}).registration_number);
  EXPECT_FALSE(read({run_of("990000100123452")}).registration_number);
  EXPECT_FALSE(read({run_of("9990000100123456")}).registration_number);
  EXPECT_FALSE(read({run_of(kCode)}).registration_number);
}

TEST(LineReading, ClearRunThatFailsIsAMisprint) {
  const LineReading reading = read({run_of("91360000625912178B")});
  EXPECT_FALSE(reading.code);
  ASSERT_TRUE(reading.misprint);
  EXPECT_EQ(reading.misprint->printed, "91360000625912178B");
}

TEST(LineReading, DoubtfulRunThatFailsIsNoMisprint) {
  EXPECT_FALSE(read({run_of("91360000625912178B", 0.7F)}).misprint);
}

TEST(LineReading, CitizenIdIsSeenAndNeverACode) {
  const LineReading reading = read({run_of("11010519491231002X")});
  EXPECT_TRUE(reading.citizen_id);
  EXPECT_FALSE(reading.code);
  EXPECT_FALSE(reading.misprint);
}

TEST(LineReading, ShorterAndLongerRunsOnlyCount) {
  const LineReading reading = read({run_of("360102198"), run_of(kCode + "1")});
  EXPECT_FALSE(reading.code);
  EXPECT_EQ(reading.characters, 19);
  EXPECT_NEAR(reading.clarity, 0.98, 1e-3);
}

TEST(LineReading, NothingSaysNothing) {
  const LineReading reading = read({});
  EXPECT_FALSE(reading.code);
  EXPECT_EQ(reading.characters, 0);
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
