#include "service/review/risk.hpp"

#include <gmock/gmock.h>

#include <random>
#include <set>

namespace vermilion::service::review {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const Circumstances kKnownAndGood{.decided = 10, .rejected = 0, .approved_before = true};

Reading a_reading(std::string verdict, std::vector<Flag> flags = {}) {
  Reading reading;
  reading.verdict = std::move(verdict);
  reading.flags = std::move(flags);
  return reading;
}

TEST(Risk, IsNothingWhereNothingIsFound) {
  const std::vector<Reading> readings{a_reading("accept"), a_reading("accept")};
  EXPECT_EQ(risk_of(readings, kKnownAndGood), Risk{});
}

TEST(Risk, TellsEachSignByItself) {
  const auto signs = [](std::vector<Reading> readings, Circumstances known = kKnownAndGood) {
    return risk_of(readings, known).signs;
  };
  EXPECT_THAT(signs({a_reading("unreadable")}), ElementsAre(Sign::Unreadable));
  EXPECT_THAT(signs({a_reading("reject", {{"r", "SEAL_NONE", "block"}})}),
              ElementsAre(Sign::Overridden));
  EXPECT_THAT(signs({a_reading("refer", {{"r", "SEAL_PRINTED", "warn"}})}),
              ElementsAre(Sign::Forgery, Sign::Referred));
  EXPECT_THAT(signs({a_reading("refer", {{"r", "NAME_CHAR", "warn"}})}),
              ElementsAre(Sign::Disagreement, Sign::Referred));
  Reading sampled = a_reading("accept");
  sampled.sampled = true;
  EXPECT_THAT(signs({sampled}), ElementsAre(Sign::Sampled));
  EXPECT_THAT(signs({}, {.decided = 9, .rejected = 4, .approved_before = true}),
              ElementsAre(Sign::OftenRejected));
  EXPECT_THAT(signs({}, {.approved_before = false}), ElementsAre(Sign::FirstOrder));
  EXPECT_THAT(signs({}, {.approved_before = true, .revokes = true}), ElementsAre(Sign::Revokes));
}

TEST(Risk, DoesNotJudgeAnOrganisationByTwoDecisions) {
  EXPECT_THAT(risk_of({}, {.decided = 2, .rejected = 2, .approved_before = true}).signs,
              Not(Contains(Sign::OftenRejected)));
}

TEST(Risk, LeavesNotesAlone) {
  const std::vector<Reading> readings{a_reading("accept", {{"r", "SEAL_PRINTED", "note"}})};
  EXPECT_THAT(risk_of(readings, kKnownAndGood).signs, IsEmpty());
}

TEST(Risk, OfAForgeryOutweighsAnyNumberOfReferredDocuments) {
  std::vector<Reading> referred(50, a_reading("refer"));
  const std::vector<Reading> forged{a_reading("refer", {{"r", "DUPLICATE_IMAGE", "warn"}})};
  EXPECT_GT(risk_of(forged, kKnownAndGood).points, risk_of(referred, kKnownAndGood).points);
}

// Whatever else is found, what was found before does not go away.
TEST(Risk, NeverFallsWhenMoreIsFound) {
  const std::vector<std::string> verdicts{"accept", "refer", "reject", "unreadable"};
  const std::vector<std::string> codes{"SEAL_PRINTED", "NAME_CHAR", "IMG_BLUR", "SEAL_NONE"};
  const std::vector<std::string> levels{"note", "warn", "block"};
  std::mt19937 random(7);
  const auto one_of = [&](const std::vector<std::string>& all) {
    return all[random() % all.size()];
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<Reading> readings;
    int before = risk_of(readings, kKnownAndGood).points;
    for (int i = 0; i < 6; ++i) {
      readings.push_back(a_reading(one_of(verdicts), {{"r", one_of(codes), one_of(levels)}}));
      const int now = risk_of(readings, kKnownAndGood).points;
      EXPECT_GE(now, before);
      EXPECT_LE(now, 100);
      before = now;
    }
  }
}

TEST(RiskWeights, SayWhyAndWhatInTwoLanguages) {
  std::set<std::string_view> codes;
  for (const Weight& weight : weights()) {
    EXPECT_GT(weight.points, 0) << weight.code;
    EXPECT_FALSE(weight.zh.empty() || weight.en.empty() || weight.because.empty()) << weight.code;
    EXPECT_TRUE(codes.insert(weight.code).second) << weight.code;
  }
  EXPECT_EQ(codes.size(), kSigns);
}

}  // namespace
}  // namespace vermilion::service::review
