#include "pipeline/checks/seal_free_of_specks.hpp"

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

// Of these some are toner and some the seal's own red, which shows beyond the rim alone.
TEST(SealFreeOfSpecks, SpecksInAndAroundTheSealAreReportedThere) {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
    const auto recipe = with(a_stamped_copy(seed), Defect::SealSpeckle, 12);
    const Report report = checked("seal_free_of_specks", recipe);
    ASSERT_EQ(codes(report), "SEAL_SPECKLE") << seed;
    const Finding& found = report.findings.front();
    EXPECT_LT(*found.value, *found.threshold);
    EXPECT_GT(overlap(*found.box, holder_seal(recipe)), 0.8);
  }
}

TEST(SealFreeOfSpecks, TonerAllOverThePageIsReported) {
  EXPECT_EQ(codes(checked("seal_free_of_specks", with(a_stamped_copy(), Defect::Speckle, 15))),
            "SEAL_SPECKLE");
}

TEST(SealFreeOfSpecks, CleanSealIsNot) {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
    EXPECT_EQ(codes(checked("seal_free_of_specks", a_stamped_copy(seed))), "") << seed;
  }
}

// Dust lies here and there over a whole page; hardly any of it on the seal.
TEST(SealFreeOfSpecks, DustOnTheGlassIsNot) {
  for (const std::uint64_t seed : {1, 2}) {
    EXPECT_EQ(codes(checked("seal_free_of_specks", with(a_stamped_copy(seed), Defect::Dust, 40))),
              "")
        << seed;
  }
}

TEST(SealFreeOfSpecks, PlanSetsTheCleanlinessAsked) {
  const auto recipe = with(a_stamped_copy(), Defect::SealSpeckle, 12);
  EXPECT_EQ(codes(checked("seal_free_of_specks", recipe, {{"cleanliness_min", 0}})), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
