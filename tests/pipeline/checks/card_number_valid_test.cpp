#include "pipeline/checks/card_number_valid.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;

samples::Recipe a_card() {
  return tests::at_dpi(200, tests::a_stamped_copy_of(samples::DocumentKind::IdCard, 423));
}

Report looked_at(const samples::Recipe& recipe, const std::string& expected) {
  Plan plan = tests::only("card_number_valid");
  plan.expected_citizen_id = expected;
  return tests::inspected(tests::a_sample(recipe), plan);
}

std::string number_on(const samples::Recipe& recipe) {
  return tests::a_sample(recipe).truth.decoys.front();
}

TEST(CardNumberValid, OrdersNumberPasses) {
  const Report report = looked_at(a_card(), number_on(a_card()));
  EXPECT_EQ(tests::codes(report), "");
  EXPECT_EQ(report.measurements.at("card_number_valid").size(), 2u);
}

TEST(CardNumberValid, NumberThatFailsItsCheckIsReported) {
  const auto recipe = tests::with(a_card(), Defect::CardNumberWrong);
  EXPECT_EQ(tests::codes(looked_at(recipe, number_on(a_card()))), "ID_BAD_CHECK");
}

TEST(CardNumberValid, AnothersNumberIsReported) {
  EXPECT_EQ(tests::codes(looked_at(a_card(), "11010519491231002X")), "ID_NOT_EQUAL_ORDER");
}

TEST(CardNumberValid, DayOfBirthIsNotTold) {
  const std::string number = number_on(a_card());
  for (const Finding& found : looked_at(a_card(), "11010519491231002X").findings) {
    EXPECT_EQ(found.words.at("read"), number.substr(0, 6) + "********" + number.substr(14));
  }
}

TEST(CardNumberValid, PageWithoutACardSaysNothing) {
  const auto recipe = tests::a_stamped_copy_of(samples::DocumentKind::AppointmentLetter);
  EXPECT_EQ(tests::codes(looked_at(recipe, "11010519491231002X")), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
