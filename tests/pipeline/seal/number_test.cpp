#include "pipeline/seal/number.hpp"

#include "pipeline/page.hpp"
#include "pipeline/tools.hpp"
#include "tests/support/a_sample.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/trained.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace vermilion::pipeline::seal {
namespace {

std::vector<std::vector<NumberDigit>> numbers_on(const samples::Sample& sample) {
  const auto drawn = tests::page_of(sample);
  std::vector<std::vector<NumberDigit>> numbers;
  for (const Impression& found : find_red(drawn.pyramid, drawn.light).impressions) {
    if (found.outline.shape() != SealShape::Round) continue;
    numbers.push_back(number_of(drawn.pyramid, found.outline, tests::glyph_net()));
  }
  return numbers;
}

TEST(Number, OfEachRoundSealOfASheetReadsAlike) {
  const auto numbers = numbers_on(tests::a_sample(
      tests::at_dpi(300, tests::a_stamped_copy_of(samples::DocumentKind::SealSheet, 3))));
  ASSERT_FALSE(numbers.empty());
  for (const auto& number : numbers) {
    ASSERT_EQ(number.size(), 13u);
    for (std::size_t i = 0; i < number.size(); ++i) {
      EXPECT_EQ(number[i].digit, numbers.front()[i].digit);
      EXPECT_GT(number[i].score, 0.1);
      EXPECT_LE(number[i].score, 1);
    }
  }
}

TEST(Number, OfBlankPaperIsNone) {
  const auto blank = tests::page_of(cv::Mat1b(600, 600, 250));
  const Outline ring{.centre = {300, 300}, .half_width = 200, .half_height = 200};
  EXPECT_TRUE(number_of(blank.pyramid, ring, tests::glyph_net()).empty());
}

}  // namespace
}  // namespace vermilion::pipeline::seal
