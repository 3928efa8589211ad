#include "pipeline/credit_code/steps.hpp"

#include <gmock/gmock.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace vermilion::pipeline::credit_code {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::size_t class_of(char c) {
  if (c == '-') return kLineBlank;
  if (c == '*') return kLineOther;
  return kLineCharacters.find(c) + 1;
}

// Steps that are sure, a character each: '-' nothing new, '*' something else.
LineSteps sure(std::string_view written) {
  constexpr float kSure = 0.99F;
  LineSteps steps(static_cast<int>(written.size()), static_cast<int>(kLineClasses),
                  std::log((1 - kSure) / (kLineClasses - 1)));
  for (std::size_t t = 0; t < written.size(); ++t)
    steps(static_cast<int>(t), static_cast<int>(class_of(written[t]))) = std::log(kSure);
  return steps;
}

std::vector<std::string> texts(const std::vector<Run>& runs) {
  std::vector<std::string> texts;
  for (const Run& run : runs) {
    texts.emplace_back();
    for (const Glyph& glyph : run.glyphs) {
      const auto best = std::max_element(glyph.scores.begin(), glyph.scores.end());
      texts.back() += kGlyphs[static_cast<std::size_t>(best - glyph.scores.begin())];
    }
  }
  return texts;
}

TEST(RunsOfSteps, CharactersInARowAreOneRun) {
  EXPECT_THAT(texts(runs_of(sure("--9-1-A--"))), ElementsAre("91A"));
}

TEST(RunsOfSteps, ACharacterMayTakeSeveralSteps) {
  EXPECT_THAT(texts(runs_of(sure("99-11A"))), ElementsAre("91A"));
}

TEST(RunsOfSteps, TheSameTwiceIsToldByTheBlankBetween) {
  EXPECT_THAT(texts(runs_of(sure("9-9"))), ElementsAre("99"));
}

TEST(RunsOfSteps, SomethingElseDividesRuns) {
  EXPECT_THAT(texts(runs_of(sure("*9-1*-A-2*"))), ElementsAre("91", "A2"));
}

TEST(RunsOfSteps, AnEmptyLineHasNone) {
  EXPECT_THAT(runs_of(sure("-----*--")), IsEmpty());
}

TEST(RunsOfSteps, SpansLieWhereTheStepsDo) {
  const auto runs = runs_of(sure("--99--A-"));
  EXPECT_EQ(runs[0].glyphs[0].span.begin, 8);
  EXPECT_EQ(runs[0].glyphs[0].span.end, 16);
  EXPECT_EQ(runs[0].glyphs[1].span.begin, 24);
}

TEST(RunsOfSteps, ScoresAreAmongCharactersWhateverTheBlanksTake) {
  LineSteps steps = sure("-8-");
  steps(1, static_cast<int>(class_of('8'))) = std::log(0.4F);
  steps(1, static_cast<int>(class_of('B'))) = std::log(0.2F);
  steps(1, static_cast<int>(kLineBlank)) = std::log(0.39F);
  const auto runs = runs_of(steps);
  const auto& scores = runs.at(0).glyphs.at(0).scores;
  const float eight = std::exp(scores[kGlyphs.find('8')]);
  const float b = std::exp(scores[kGlyphs.find('B')]);
  EXPECT_NEAR(eight / b, 2, 1e-3);
  EXPECT_GT(eight, 0.6F);
}

// What a path of classes spells: repeats are one, blanks nothing.
std::string spelled(const std::vector<char>& path) {
  std::string text;
  char previous = '-';
  for (const char c : path) {
    if (c != '-' && c != previous) text += c;
    previous = c;
  }
  return text;
}

// Sums over every path of five steps by hand.
double by_all_paths(const LineSteps& steps, const std::string& code) {
  constexpr std::string_view kClasses = "-12*";
  double sum = 0;
  std::vector<char> path(static_cast<std::size_t>(steps.rows), '-');
  for (int number = 0; number < std::pow(kClasses.size(), steps.rows); ++number) {
    double log_probability = 0;
    int rest = number;
    for (int t = 0; t < steps.rows; ++t, rest /= 4) {
      path[static_cast<std::size_t>(t)] = kClasses[static_cast<std::size_t>(rest % 4)];
      log_probability += static_cast<double>(
          steps(t, static_cast<int>(class_of(path[static_cast<std::size_t>(t)]))));
    }
    const std::string text = spelled(path);
    if (text == code || text == "*" + code || text == code + "*" || text == "*" + code + "*")
      sum += std::exp(log_probability);
  }
  return std::log(sum);
}

class LogLikelihood : public testing::TestWithParam<const char*> {};

TEST_P(LogLikelihood, IsTheSumOverEveryWayToSpellIt) {
  // Probabilities of nothing in particular.
  LineSteps steps(5, static_cast<int>(kLineClasses), -1e3F);
  int seed = 1;
  for (int t = 0; t < steps.rows; ++t) {
    float sum = 0;
    for (const char c : std::string("-12*")) {
      seed = seed * 1103 % 7919;
      sum += steps(t, static_cast<int>(class_of(c))) = 0.1F + static_cast<float>(seed % 100) / 100;
    }
    for (const char c : std::string("-12*")) {
      float& value = steps(t, static_cast<int>(class_of(c)));
      value = std::log(value / sum);
    }
  }
  EXPECT_NEAR(log_likelihood(steps, GetParam()), by_all_paths(steps, GetParam()), 1e-4);
}

INSTANTIATE_TEST_SUITE_P(, LogLikelihood, testing::Values("1", "12", "11", "121", "122", "2121"));

TEST(LogLikelihoodOf, TheCodeThatStandsThereIsFarAboveAnother) {
  const LineSteps steps = sure("*-9-1-3-6-0-0-0-0-6-2-5-9-1-2-1-7-3-B-*");
  EXPECT_GT(log_likelihood(steps, "91360000625912173B"), -1);
  EXPECT_LT(log_likelihood(steps, "91360000625912178B"), -5);
}

constexpr std::string_view kCode = "91360000625912173B";

TEST(AgreementWith, ACodeIsThatOfItsStretchWhateverStandsBeside) {
  const auto agreement =
      agreement_with(sure("*-*-*9-1-3-6-0-0-0-0-6-2-5-9-1-2-1-7-3-B-*-1-*-1*"), kCode);
  ASSERT_TRUE(agreement);
  EXPECT_GT(agreement->expected, -1);
  EXPECT_NEAR(agreement->expected, agreement->read, 1e-6);
  EXPECT_EQ(agreement->span.begin, 20);
}

TEST(AgreementWith, AnotherCodeIsMuchLessThanWhatIsRead) {
  const auto agreement = agreement_with(sure("*-9-1-3-6-0-0-0-0-6-2-5-9-1-2-1-7-3-8-*"), kCode);
  ASSERT_TRUE(agreement);
  EXPECT_LT(agreement->expected, agreement->read - 5);
}

// A character that a seal has made look like something else.
TEST(AgreementWith, StretchesBesideEachOtherAreTakenTogether) {
  const auto agreement = agreement_with(sure("*-9-1-3-6-0-0-0-0-6-2-5-*-1-2-1-7-3-B-*"), kCode);
  ASSERT_TRUE(agreement);
  EXPECT_GT(agreement->expected, -12);
  EXPECT_LT(agreement->expected, -3);
}

TEST(AgreementWith, LinesTooShortOrTooLongSayNothing) {
  EXPECT_FALSE(agreement_with(sure("*-9-1-3-6-0-0-0-0-6-2-*"), kCode));
  EXPECT_FALSE(agreement_with(sure("1-2-3-4-5-6-7-8-9-0-1-2-3-4-5-6-7-8-9-0-1-2-3-4-5-6"), kCode));
  EXPECT_FALSE(agreement_with(sure("-----"), kCode));
}

TEST(LogLikelihoodOf, ACodeWithoutRoomIsImpossible) {
  EXPECT_EQ(log_likelihood(sure("9-1"), "9136"), -std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
