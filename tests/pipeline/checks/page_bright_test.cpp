#include "pipeline/checks/page_bright.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::with;

TEST(PageBright, PageInTheDarkIsReported) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Report report =
        checked("page_bright", with(a_stamped_copy(seed), Defect::BackgroundGrey, 0.65));
    ASSERT_EQ(codes(report), "IMG_DARK") << seed;
    EXPECT_LT(*report.findings.front().value, *report.findings.front().threshold);
  }
}

TEST(PageBright, WhitePaperIsNot) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("page_bright", a_stamped_copy(seed))), "") << seed;
  }
}

TEST(PageBright, PaperAndContrastHaveThresholdsOfTheirOwn) {
  const auto value_against = [](const tests::Thresholds& thresholds) {
    const Report report = checked("page_bright", a_stamped_copy(), thresholds);
    return codes(report) == "IMG_DARK" ? *report.findings.front().value : -1;
  };
  const double paper = value_against({{"paper_min", 255}, {"contrast_min", 0}});
  const double contrast = value_against({{"paper_min", 0}, {"contrast_min", 255}});
  EXPECT_GT(paper, 230);
  EXPECT_LT(contrast, paper);
  EXPECT_GT(contrast, 50);
  EXPECT_EQ(value_against({{"paper_min", 0}, {"contrast_min", 0}}), -1);
}

// A copy of a card carries little print besides two grey pictures; it is as bright as any other.
TEST(PageBright, FewWordsOnWhitePaperAreNoDarkness) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    auto recipe = tests::a_stamped_copy_of(samples::DocumentKind::IdCard, seed);
    EXPECT_EQ(codes(checked("page_bright", with(recipe, Defect::SealMissing))), "") << seed;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::checks
