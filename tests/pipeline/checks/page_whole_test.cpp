#include "pipeline/checks/page_whole.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::with;

// Seeds cut at one edge or another; these two at the left.
TEST(PageWhole, PrintThatRunsOverTheLeftEdgeIsReportedByName) {
  for (const std::uint64_t seed : {3, 6}) {
    const Report report = checked("page_whole", with(a_stamped_copy(seed), Defect::Cropped, 30));
    ASSERT_EQ(codes(report), "IMG_CROPPED") << seed;
    EXPECT_EQ(report.findings.front().words.at("edges"), "left");
  }
}

TEST(PageWhole, WholePagesAreNotReported) {
  for (const auto document :
       {samples::DocumentKind::BusinessLicence2014, samples::DocumentKind::BusinessLicence2019,
        samples::DocumentKind::SealSheet, samples::DocumentKind::AuthorisationLetter}) {
    EXPECT_EQ(codes(checked("page_whole", tests::a_stamped_copy_of(document))), "");
  }
}

TEST(PageWhole, MarginCutOffIsNoLoss) {
  EXPECT_EQ(codes(checked("page_whole", with(a_stamped_copy(3), Defect::Cropped, 5))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
