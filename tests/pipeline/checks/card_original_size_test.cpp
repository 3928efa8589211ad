#include "pipeline/checks/card_original_size.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;

Report looked_at(const samples::Recipe& recipe) {
  return tests::checked("card_original_size", tests::at_dpi(200, recipe));
}

samples::Recipe a_card() {
  return tests::a_stamped_copy_of(samples::DocumentKind::IdCard, 423);
}

TEST(CardOriginalSize, CopyOneToOnePasses) {
  const Report report = looked_at(a_card());
  const auto& cards = report.measurements.at("card_original_size");
  ASSERT_EQ(cards.size(), 2u);
  for (const Measurement& card : cards) EXPECT_NEAR(card.values.at("scale"), 1, 0.02);
  EXPECT_EQ(tests::codes(report), "");
}

TEST(CardOriginalSize, ReducedCopyIsReportedWithItsSize) {
  const Report report = looked_at(tests::with(a_card(), Defect::CardReduced, 0.8));
  ASSERT_FALSE(report.findings.empty());
  EXPECT_EQ(report.findings.front().code, FindingCode::CopyReduced);
  EXPECT_NEAR(*report.findings.front().value, 0.8, 0.02);
}

TEST(CardOriginalSize, SkewedCopyHasItsSize) {
  EXPECT_EQ(tests::codes(looked_at(tests::with(a_card(), Defect::Skew, 4))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
