#include "pipeline/checks/boxes_ticked.hpp"

#include "tests/pipeline/checks/form_scans.hpp"
#include "tests/rules/forms/printed_forms.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

// No form has a box to tick by hand yet: one is laid on white paper, and on the print of a value.
std::string codes_with_a_tick_at(const form::BoxMm& square) {
  static const auto kForm = tests::printed_form("yingtan_sunshine", "application_form");
  static const auto kSample = tests::handed_in(kForm, {.seed = 41});
  Plan plan = tests::only("boxes_ticked");
  plan.form = kForm.form;
  plan.form->ticks = {{.id = "agreed", .fact = "", .printed = {}, .square = square}};
  return tests::codes(tests::inspector().inspect(kSample.bytes, "form.jpg", plan));
}

TEST(BoxesTicked, BlankSquareIsReported) {
  EXPECT_EQ(codes_with_a_tick_at({96, 18, 3.6, 3.6}), "TPL_UNTICKED");
}

TEST(BoxesTicked, SquareWithInkPasses) {
  static const auto kForm = tests::printed_form("yingtan_sunshine", "application_form");
  const form::Field& field = kForm.form.fields.front();
  EXPECT_EQ(
      codes_with_a_tick_at({field.value.x + 4, field.value.y + field.value.h / 2 - 1.8, 3.6, 3.6}),
      "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
