#include "bench/calibrate/answers.hpp"

#include <gmock/gmock.h>

namespace vermilion::calibrate {
namespace {

// A reader that meets these codes in this order, and hands out the first it is sure enough of.
Ask reader_that_meets(std::vector<Answer> codes) {
  return [codes](double probability_min) -> std::optional<Answer> {
    for (const Answer& code : codes) {
      if (code.probability >= probability_min) return code;
    }
    return std::nullopt;
  };
}

std::vector<std::string> codes_of(const std::vector<Answer>& answers) {
  std::vector<std::string> codes;
  for (const Answer& answer : answers) codes.push_back(answer.code);
  return codes;
}

TEST(Answers, AreThoseSomeGateLetsThrough) {
  // The third is never handed out: whoever lets it through has met a surer one before.
  const auto answers = answers_of(
      reader_that_meets({{"unsure", 0.1}, {"surer", 0.5}, {"late", 0.3}, {"surest", 1}}));
  EXPECT_THAT(codes_of(answers), testing::ElementsAre("unsure", "surer", "surest"));
}

TEST(Answers, AreWhatTheReaderSaysAtEachGate) {
  const Ask ask = reader_that_meets({{"a", 0.25}, {"b", 0.125}, {"c", 0.75}});
  const auto answers = answers_of(ask);
  for (int i = 0; i <= 100; ++i) {
    const double gate = i / 100.0;
    const auto said = ask(gate);
    const Answer* found = answer_at(answers, gate);
    EXPECT_EQ(found ? found->code : "nothing", said ? said->code : "nothing") << gate;
  }
}

TEST(Answers, SilentReaderGivesNone) {
  EXPECT_THAT(answers_of(reader_that_meets({})), testing::IsEmpty());
  EXPECT_EQ(answer_at({}, 0), nullptr);
}

// Probabilities are cut off at 1, gates are not.
TEST(Answers, ReaderThatIgnoresItsGateIsAskedNoThirdTime) {
  int asked = 0;
  const auto answers = answers_of([&](double) {
    ++asked;
    return std::optional<Answer>({"certain", 0.5});
  });
  EXPECT_EQ(answers.size(), 1u);
  EXPECT_EQ(asked, 2);
}

}  // namespace
}  // namespace vermilion::calibrate
