#include "pipeline/checks/seal_clear_of_text.hpp"

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

TEST(SealClearOfText, SealOverTheCodeOrTheNameIsReportedWhereItIs) {
  for (const auto defect : {Defect::SealOverCode, Defect::SealOverName}) {
    for (const std::uint64_t seed : {1, 2}) {
      const auto recipe = with(a_stamped_copy(seed), defect);
      const Report report = checked("seal_clear_of_text", recipe);
      ASSERT_EQ(codes(report), "SEAL_COVERS_TEXT") << describe(defect).id << ' ' << seed;
      EXPECT_GT(overlap(*report.findings.front().box, holder_seal(recipe)), 0.8);
    }
  }
}

TEST(SealClearOfText, SealInABlankIsNot) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_clear_of_text", a_stamped_copy(seed))), "") << seed;
  }
}

// It belongs over the date.
TEST(SealClearOfText, RegistrarsSealMayLieOverPrint) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    EXPECT_EQ(codes(checked("seal_clear_of_text", tests::in_colour(a_stamped_copy(seed)))), "")
        << seed;
  }
}

TEST(SealClearOfText, SpecksAreNoPrint) {
  EXPECT_EQ(codes(checked("seal_clear_of_text", with(a_stamped_copy(), Defect::Dust, 40))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
