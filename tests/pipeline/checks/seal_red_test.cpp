#include "pipeline/checks/seal_red.hpp"

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

// Three ways to lose the colour: copied after stamping, scanned in grey, scanned in black and
// white.
TEST(SealRed, GreySealIsRefusedWhereItIs) {
  for (const auto& defect : {Defect::SealBw, Defect::GreyJpeg, Defect::Png1Bit}) {
    const auto recipe = with(a_stamped_copy_of(DocumentKind::SealSheet), defect);
    const Report report = checked("seal_red", recipe);
    ASSERT_FALSE(report.findings.empty()) << describe(defect).id;
    bool at_the_seal = false;
    for (const Finding& found : report.findings) {
      EXPECT_EQ(found.code, FindingCode::SealNotRed);
      EXPECT_EQ(found.level, Level::Block);
      EXPECT_LT(*found.value, *found.threshold);
      at_the_seal = at_the_seal || overlap(*found.box, holder_seal(recipe)) > 0.8;
    }
    EXPECT_TRUE(at_the_seal) << describe(defect).id;
  }
}

TEST(SealRed, RedSealIsNotReported) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_red", a_stamped_copy(seed))), "") << seed;
    EXPECT_EQ(codes(checked("seal_red", tests::in_colour(a_stamped_copy(seed)))), "") << seed;
  }
}

// Redness is held against the darkness of the ink, so thin ink is as red as fresh ink.
TEST(SealRed, FadedSealIsRed) {
  for (const std::uint64_t seed : {1, 2}) {
    EXPECT_EQ(codes(checked("seal_red", with(a_stamped_copy(seed), Defect::SealFaded, 0.2))), "")
        << seed;
  }
}

TEST(SealRed, TintedPaperDoesNotTakeTheRed) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_red", with(a_stamped_copy(seed), Defect::BackgroundColour, 0.2))),
              "")
        << seed;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::checks
