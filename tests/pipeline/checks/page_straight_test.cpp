#include "pipeline/checks/page_straight.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_sample;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::with;

// Seeds lay the page askew to either side.
TEST(PageStraight, SlopeIsReportedAsItIsToEitherSide) {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::Skew, 7);
    const Report report = checked("page_straight", recipe);
    ASSERT_EQ(codes(report), "IMG_SKEW") << seed;
    EXPECT_NEAR(*report.findings.front().value, std::abs(a_sample(recipe).truth.skew_deg), 0.3);
  }
}

TEST(PageStraight, SlopeNobodyNoticesIsNotReported) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("page_straight", a_stamped_copy(seed))), "") << seed;
  }
}

TEST(PageStraight, PlanSetsTheSlopeAllowed) {
  const auto recipe = with(a_stamped_copy(), Defect::Skew, 7);
  EXPECT_EQ(codes(checked("page_straight", recipe, {{"skew_max_deg", 8}})), "");
  EXPECT_EQ(codes(checked("page_straight", recipe, {{"skew_max_deg", 6}})), "IMG_SKEW");
}

TEST(PageStraight, TurnedPageIsStraight) {
  EXPECT_EQ(codes(checked("page_straight", with(a_stamped_copy(), Defect::Turn90, 90))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
