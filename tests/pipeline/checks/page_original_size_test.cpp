#include "pipeline/checks/page_original_size.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::with;

TEST(PageOriginalSize, EnlargedPictureIsReported) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Report report =
        checked("page_original_size", with(a_stamped_copy(seed), Defect::Upscaled, 5));
    ASSERT_EQ(codes(report), "IMG_UPSCALED") << seed;
    EXPECT_GE(*report.findings.front().value, *report.findings.front().threshold);
  }
}

TEST(PageOriginalSize, ScanAsItWasMadeIsNot) {
  for (const int dpi : {150, 200, 300}) {
    EXPECT_EQ(codes(checked("page_original_size", tests::at_dpi(dpi, a_stamped_copy()))), "")
        << dpi;
  }
}

TEST(PageOriginalSize, PlanSetsTheEnlargementAllowed) {
  const auto recipe = with(a_stamped_copy(), Defect::Upscaled, 5);
  EXPECT_EQ(codes(checked("page_original_size", recipe, {{"upscaling_max", 10}})), "");
}

// Blur widens every edge as enlarging does, but leaves no trace of the old pixels.
TEST(PageOriginalSize, BlurredPictureIsNotAnEnlargedOne) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("page_original_size", with(a_stamped_copy(seed), Defect::Blur, 0.35))),
              "")
        << seed;
  }
}

TEST(PageOriginalSize, SmallEnlargementsAreReportedToo) {
  for (const double times : {2.5, 3.5}) {
    const Report report =
        checked("page_original_size", with(a_stamped_copy(), Defect::Upscaled, times));
    EXPECT_EQ(codes(report), "IMG_UPSCALED") << times;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::checks
