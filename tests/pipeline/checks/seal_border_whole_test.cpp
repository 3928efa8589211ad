#include "pipeline/checks/seal_border_whole.hpp"

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

TEST(SealBorderWhole, BrokenBorderIsReportedWhereItIs) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::SealBrokenBorder, 0.5);
    const Report report = checked("seal_border_whole", recipe);
    ASSERT_EQ(codes(report), "SEAL_BROKEN_BORDER") << seed;
    const Finding& found = report.findings.front();
    EXPECT_LT(*found.value, *found.threshold);
    EXPECT_GT(overlap(*found.box, holder_seal(recipe)), 0.8);
  }
}

TEST(SealBorderWhole, WholeBorderIsNot) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_border_whole", a_stamped_copy(seed))), "") << seed;
  }
}

TEST(SealBorderWhole, TheMoreIsMissingTheLessIsCounted) {
  double before = 1.01;
  for (const double missing : {0.15, 0.30, 0.50}) {
    const Report report =
        checked("seal_border_whole", with(a_stamped_copy(), Defect::SealBrokenBorder, missing),
                {{"border_min", 1}});
    ASSERT_EQ(codes(report), "SEAL_BROKEN_BORDER") << missing;
    EXPECT_LT(*report.findings.front().value, before) << missing;
    before = *report.findings.front().value;
  }
}

TEST(SealBorderWhole, PlanSetsTheShareAsked) {
  const auto recipe = with(a_stamped_copy(), Defect::SealBrokenBorder, 0.5);
  EXPECT_EQ(codes(checked("seal_border_whole", recipe, {{"border_min", 0.2}})), "");
}

TEST(SealBorderWhole, ThinInkAllAroundIsAWholeBorder) {
  EXPECT_EQ(codes(checked("seal_border_whole", with(a_stamped_copy(), Defect::SealFaded, 0.25))),
            "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
