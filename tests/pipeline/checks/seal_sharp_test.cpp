#include "pipeline/checks/seal_sharp.hpp"

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

TEST(SealSharp, SoftSealIsReportedWhereItIs) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::SealBlurred, 0.6);
    const Report report = checked("seal_sharp", recipe);
    ASSERT_EQ(codes(report), "SEAL_BLURRED") << seed;
    const Finding& found = report.findings.front();
    EXPECT_GT(*found.value, *found.threshold);
    EXPECT_GT(overlap(*found.box, holder_seal(recipe)), 0.8);
  }
}

TEST(SealSharp, SharpSealIsNot) {
  for (const int dpi : {150, 200, 300}) {
    EXPECT_EQ(codes(checked("seal_sharp", tests::at_dpi(dpi, a_stamped_copy()))), "") << dpi;
  }
}

TEST(SealSharp, TheSofterTheSealTheWiderItsEdge) {
  double before = 0;
  for (const double deviation_mm : {0.25, 0.40, 0.60}) {
    const Report report =
        checked("seal_sharp", with(a_stamped_copy(), Defect::SealBlurred, deviation_mm),
                {{"edge_spread_max_mm", 0.1}});
    ASSERT_EQ(codes(report), "SEAL_BLURRED") << deviation_mm;
    EXPECT_GT(*report.findings.front().value, before) << deviation_mm;
    before = *report.findings.front().value;
  }
}

TEST(SealSharp, PlanSetsTheSpreadAllowed) {
  const auto recipe = with(a_stamped_copy(), Defect::SealBlurred, 0.6);
  EXPECT_EQ(codes(checked("seal_sharp", recipe, {{"edge_spread_max_mm", 2}})), "");
}

TEST(SealSharp, FaintSealIsNotASoftOne) {
  EXPECT_EQ(codes(checked("seal_sharp", with(a_stamped_copy(), Defect::SealFaded, 0.25))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
