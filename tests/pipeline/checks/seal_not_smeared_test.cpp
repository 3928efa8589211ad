#include "pipeline/checks/seal_not_smeared.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using samples::DocumentKind;
using tests::a_stamped_copy;
using tests::a_stamped_copy_of;
using tests::checked;
using tests::codes;
using tests::holder_seal;
using tests::overlap;
using tests::with;

TEST(SealNotSmeared, SealThatMovedIsReportedWhereItIs) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::SealSmeared, 2.5);
    const Report report = checked("seal_not_smeared", recipe);
    ASSERT_EQ(codes(report), "SEAL_SMEARED") << seed;
    const Finding& found = report.findings.front();
    EXPECT_GT(*found.value, *found.threshold);
    EXPECT_GT(overlap(*found.box, holder_seal(recipe)), 0.8);
  }
}

TEST(SealNotSmeared, SealPressedStraightIsNot) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_not_smeared", a_stamped_copy(seed))), "") << seed;
  }
}

TEST(SealNotSmeared, PlanSetsTheSwingAllowed) {
  const auto recipe = with(a_stamped_copy(), Defect::SealSmeared, 2.5);
  EXPECT_EQ(codes(checked("seal_not_smeared", recipe, {{"smear_max", 1}})), "");
}

TEST(SealNotSmeared, SealOutOfFocusDidNotMove) {
  GTEST_SKIP() << "known miss: seal_blurred 0.6 mm swings by more than 1.2 mm, seeds 1 and 3; so "
                  "does the second harmonic of its rim around";
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(
        codes(checked("seal_not_smeared", with(a_stamped_copy(seed), Defect::SealBlurred, 0.6))),
        "")
        << seed;
  }
}

TEST(SealNotSmeared, SquareSealDidNotMove) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_not_smeared", a_stamped_copy_of(DocumentKind::SealSheet, seed))),
              "")
        << seed;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::checks
