#include "pipeline/checks/form_original_size.hpp"

#include "tests/rules/forms/printed_forms.hpp"
#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;

Report checked(const samples::FormRecipe& recipe, const tests::Thresholds& thresholds = {}) {
  static const auto kForm = tests::printed_form("housing_inside", "application_form");
  const auto sample = tests::handed_in(kForm, recipe);
  Plan plan = tests::only("form_original_size", thresholds);
  plan.form = kForm.form;
  return tests::inspector().inspect(sample.bytes, "form.jpg", plan);
}

TEST(FormOriginalSize, PrintAtItsOwnSizePasses) {
  const Report report = checked({.seed = 1});
  EXPECT_EQ(tests::codes(report), "");
  EXPECT_NEAR(report.facts.form->placement->scale.value_or(0), 1, 0.005);
}

TEST(FormOriginalSize, PrintFittedToThePageIsReported) {
  const Report report = checked({.seed = 2, .faults = {FormFault::Reduced}});
  EXPECT_EQ(tests::codes(report), "COPY_REDUCED");
  EXPECT_LT(report.findings.front().value.value_or(1), 0.975);
  EXPECT_EQ(report.findings.front().threshold, 0.98);
}

TEST(FormOriginalSize, EnlargedPrintIsReported) {
  const Report report = checked({.seed = 3, .faults = {FormFault::Enlarged}});
  EXPECT_EQ(tests::codes(report), "COPY_REDUCED");
  EXPECT_EQ(report.findings.front().threshold, 1.02);
}

TEST(FormOriginalSize, RuleMayAllowMore) {
  EXPECT_EQ(
      tests::codes(checked({.seed = 2, .faults = {FormFault::Reduced}}, {{"scale_min", 0.9}})), "");
}

TEST(FormOriginalSize, PhotoTellsNoSize) {
  const Report report = checked({.seed = 4, .defects = {{samples::Defect::Photo, 0.04}}});
  EXPECT_EQ(tests::codes(report), "");
  ASSERT_TRUE(report.facts.form);
  EXPECT_FALSE(report.facts.form->placement->scale);
}

}  // namespace
}  // namespace vermilion::pipeline::checks
