#include "pipeline/checks/page_resolution.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::with;

TEST(PageResolution, FewPixelsAreRefusedVeryFewAndLookedAtWhereMore) {
  const Report refused = checked("page_resolution", with(a_stamped_copy(), Defect::Lowres, 60));
  ASSERT_EQ(codes(refused), "IMG_LOWRES");
  EXPECT_EQ(refused.findings.front().level, Level::Block);
  EXPECT_NEAR(*refused.findings.front().value, 60, 1);
  const Report referred = checked("page_resolution", tests::at_dpi(120, a_stamped_copy()));
  ASSERT_EQ(codes(referred), "IMG_LOWRES");
  EXPECT_EQ(referred.findings.front().level, Level::Warn);
  EXPECT_NEAR(*referred.findings.front().value, 120, 1);
}

TEST(PageResolution, OrdinaryScansAreNotReported) {
  for (const int dpi : {150, 200, 300}) {
    EXPECT_EQ(codes(checked("page_resolution", tests::at_dpi(dpi, a_stamped_copy()))), "") << dpi;
  }
}

TEST(PageResolution, PlanSetsBothThresholds) {
  const auto level = [](double warn, double block) -> std::optional<Level> {
    const Report report =
        checked("page_resolution", a_stamped_copy(), {{"dpi_warn", warn}, {"dpi_block", block}});
    if (report.findings.empty()) return std::nullopt;
    return report.findings.front().level;
  };
  EXPECT_EQ(level(300, 100), Level::Warn);
  EXPECT_EQ(level(300, 250), Level::Block);
  EXPECT_EQ(level(150, 100), std::nullopt);
}

// The sheet tells, whatever the picture was enlarged from: that is page_original_size's to say.
TEST(PageResolution, EnlargedScanCountsItsPixels) {
  EXPECT_EQ(codes(checked("page_resolution", with(a_stamped_copy(), Defect::Upscaled, 3.5))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
