#include "pipeline/checks/seal_on_white.hpp"

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

TEST(SealOnWhite, GreyPaperIsReportedWhereTheSealIs) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::BackgroundGrey, 0.4);
    const Report report = checked("seal_on_white", recipe);
    ASSERT_EQ(codes(report), "SEAL_BACKGROUND") << seed;
    const Finding& found = report.findings.front();
    EXPECT_GT(*found.value, *found.threshold);
    EXPECT_GT(overlap(*found.box, holder_seal(recipe)), 0.8);
  }
}

TEST(SealOnWhite, TintedPaperIsReported) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::BackgroundColour, 0.3);
    EXPECT_EQ(codes(checked("seal_on_white", recipe)), "SEAL_BACKGROUND") << seed;
  }
}

TEST(SealOnWhite, WhitePaperIsNot) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_on_white", a_stamped_copy(seed))), "") << seed;
  }
}

TEST(SealOnWhite, PlanSetsTheTintAllowed) {
  const auto recipe = with(a_stamped_copy(), Defect::BackgroundGrey, 0.4);
  EXPECT_EQ(codes(checked("seal_on_white", recipe, {{"background_max", 1}})), "");
}

TEST(SealOnWhite, RedInkIsNoTint) {
  EXPECT_EQ(codes(checked("seal_on_white", with(a_stamped_copy(), Defect::SealSmeared, 2.5))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
