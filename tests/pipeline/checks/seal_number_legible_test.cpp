#include "pipeline/checks/seal_number_legible.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;

// The sheet is drawn at 150 dpi, where a digit is 8 pixels high: too coarse to judge.
TEST(SealNumberLegible, EveryDigitMadeOutHasItsScore) {
  const auto report = tests::checked_form("seal_number_legible", tests::kSealSheet, {.seed = 21});
  ASSERT_EQ(report.measurements.at("seal_number_legible").size(), 1u);
  const auto& values = report.measurements.at("seal_number_legible").front().values;
  const auto digits = static_cast<std::size_t>(values.at("digits"));
  EXPECT_EQ(values.size(), digits + 2);
  EXPECT_LT(values.at("digit_px"), 10);
  EXPECT_EQ(tests::codes(report), "");
}

TEST(SealNumberLegible, NumberLostInBlurIsReported) {
  const samples::FormRecipe recipe{.seed = 32, .defects = {{Defect::Blur, 0.35}}};
  EXPECT_EQ(
      tests::codes_of_form("seal_number_legible", tests::kSealSheet, recipe, {{"digit_px_min", 5}}),
      "SEAL_CODE_UNREADABLE");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
