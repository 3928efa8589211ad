#include "pipeline/checks/card_sides_present.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;

samples::Recipe a_card(std::uint64_t seed = 423) {
  return tests::at_dpi(200, tests::a_stamped_copy_of(samples::DocumentKind::IdCard, seed));
}

std::string sides_missing(const samples::Recipe& recipe) {
  const auto report = tests::checked("card_sides_present", recipe);
  return report.findings.empty() ? "" : report.findings.front().words.at("sides");
}

TEST(CardSidesPresent, BothSidesPass) {
  EXPECT_EQ(sides_missing(a_card()), "");
}

TEST(CardSidesPresent, SideThatWasNotCopiedIsNamed) {
  EXPECT_EQ(sides_missing(tests::with(a_card(), Defect::CardSideMissing, 1)), "portrait_side");
  EXPECT_EQ(sides_missing(tests::with(a_card(), Defect::CardSideMissing, 2)), "emblem_side");
}

TEST(CardSidesPresent, PageWithoutACardLacksBoth) {
  EXPECT_EQ(sides_missing(tests::a_stamped_copy_of(samples::DocumentKind::AppointmentLetter)),
            "portrait_side, emblem_side");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
