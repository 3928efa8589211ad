#include "pipeline/credit_code/candidate_lines.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::credit_code {
namespace {

page::TextLine line(float y, float times_as_long) {
  return {.centre = {500, y}, .length = 20 * times_as_long, .height = 20};
}

TEST(CandidateLines, AreAsLongAsACodeIs) {
  const page::TextLines lines{.lines = {line(10, 5), line(50, 12), line(90, 27), line(130, 40)}};
  const Lines likely = likely_lines(lines);
  ASSERT_EQ(likely.size(), 2U);
  EXPECT_EQ(likely[0].centre.y, 50);
  EXPECT_EQ(likely[1].centre.y, 90);
}

TEST(CandidateLines, FirstAndOthersAreAllOfThem) {
  Lines lines;
  for (int i = 0; i < 9; ++i) {
    EXPECT_EQ(first_of(lines).size() + others_of(lines).size(), lines.size());
    lines.push_back(line(static_cast<float>(40 * i), 12));
  }
  EXPECT_EQ(others_of(lines).back().centre.y, lines.back().centre.y);
}

TEST(CandidateLines, KnownOnesAreThoseOfWhichTheStripWouldShowTheSame) {
  const Lines all{line(50, 12), line(90, 12), line(130, 12)};
  const Lines known{line(51, 12), line(90, 13)};
  const Lines left = without(all, known);
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[0].centre.y, 90);
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
