#include "pipeline/checks/page_upright.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using tests::a_stamped_copy;
using tests::checked;
using tests::codes;
using tests::with;

TEST(PageUpright, TurnedPageIsNotedWithTheTurnThatRightsIt) {
  for (const auto& [turn, degrees] :
       {std::pair(Defect::Turn90, 90), {Defect::Turn180, 180}, {Defect::Turn270, 270}}) {
    const Report report = checked("page_upright", with(a_stamped_copy(), turn, degrees));
    ASSERT_EQ(codes(report), "IMG_TURNED") << degrees;
    EXPECT_EQ(report.findings.front().value, degrees);
    EXPECT_EQ(report.findings.front().level, Level::Note);
  }
}

TEST(PageUpright, UprightPageIsNot) {
  EXPECT_EQ(codes(checked("page_upright", a_stamped_copy())), "");
}

TEST(PageUpright, SlopeIsNoTurn) {
  EXPECT_EQ(codes(checked("page_upright", with(a_stamped_copy(), Defect::Skew, 8))), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
