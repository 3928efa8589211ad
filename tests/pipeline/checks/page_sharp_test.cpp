#include "pipeline/checks/page_sharp.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::with;

TEST(PageSharp, PageOutOfFocusIsRefusedAndSaysWhere) {
  const Report report = checked("page_sharp", with(a_stamped_copy(), Defect::Blur, 0.35));
  ASSERT_EQ(codes(report), "IMG_BLUR");
  const Finding& found = report.findings.front();
  EXPECT_EQ(found.level, Level::Block);
  EXPECT_GT(*found.value, *found.threshold);
  ASSERT_TRUE(found.box);
  EXPECT_LE(found.box->x + found.box->width, report.image->width);
  EXPECT_LE(found.box->y + found.box->height, report.image->height);
}

TEST(PageSharp, PageInFocusIsNotReported) {
  for (const int dpi : {150, 200, 300}) {
    EXPECT_EQ(codes(checked("page_sharp", tests::at_dpi(dpi, a_stamped_copy()))), "") << dpi;
  }
}

// The edge of a Gaussian blur rises from 10 to 90 % over 2.563 deviations; the scanner's own
// softness comes on top.
TEST(PageSharp, ValueFollowsTheBlur) {
  double before = 0;
  for (const double deviation_mm : {0.20, 0.27, 0.35}) {
    const Report report = checked("page_sharp", with(a_stamped_copy(), Defect::Blur, deviation_mm),
                                  {{"edge_spread_warn_mm", 0.1}, {"edge_spread_block_mm", 0.1}});
    ASSERT_EQ(codes(report), "IMG_BLUR") << deviation_mm;
    const double value = *report.findings.front().value;
    EXPECT_GT(value, before) << deviation_mm;
    EXPECT_NEAR(value, 2.563 * deviation_mm, 0.3 * 2.563 * deviation_mm);
    before = value;
  }
}

TEST(PageSharp, BetweenItsTwoThresholdsAPersonLooks) {
  const Report report = checked("page_sharp", with(a_stamped_copy(), Defect::Blur, 0.27),
                                {{"edge_spread_warn_mm", 0.3}, {"edge_spread_block_mm", 1.5}});
  ASSERT_EQ(codes(report), "IMG_BLUR");
  EXPECT_EQ(report.findings.front().level, Level::Warn);
  EXPECT_EQ(report.findings.front().threshold, 0.3);
}

TEST(PageSharp, SoftSealOnASharpPageIsNotThePages) {
  EXPECT_EQ(codes(checked("page_sharp", with(a_stamped_copy(), Defect::SealBlurred, 0.6))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
