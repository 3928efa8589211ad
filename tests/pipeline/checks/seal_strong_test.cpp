#include "pipeline/checks/seal_strong.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::holder_seal;
using tests::overlap;
using tests::with;

TEST(SealStrong, FadedSealIsReportedWhereItIs) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::SealFaded, 0.12);
    const Report report = checked("seal_strong", recipe);
    ASSERT_EQ(codes(report), "SEAL_FAINT") << seed;
    const Finding& found = report.findings.front();
    EXPECT_LT(*found.value, *found.threshold);
    EXPECT_GT(overlap(*found.box, holder_seal(recipe)), 0.8);
  }
}

TEST(SealStrong, FreshSealIsNot) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_strong", a_stamped_copy(seed))), "") << seed;
  }
}

TEST(SealStrong, TheLessInkTheLessStrength) {
  double before = 0;
  for (const double ink : {0.12, 0.25, 0.40, 0.80}) {
    const Report report = checked("seal_strong", with(a_stamped_copy(), Defect::SealFaded, ink),
                                  {{"strength_min", 1}});
    ASSERT_EQ(codes(report), "SEAL_FAINT") << ink;
    EXPECT_GT(*report.findings.front().value, before) << ink;
    before = *report.findings.front().value;
  }
}

TEST(SealStrong, PlanSetsTheStrengthAsked) {
  const auto recipe = with(a_stamped_copy(), Defect::SealFaded, 0.12);
  EXPECT_EQ(codes(checked("seal_strong", recipe, {{"strength_min", 0.02}})), "");
}

TEST(SealStrong, SoftSealIsNotAFaintOne) {
  EXPECT_EQ(codes(checked("seal_strong", with(a_stamped_copy(), Defect::SealBlurred, 0.45))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
