#include "pipeline/checks/fields_as_printed.hpp"

#include "rules/forms/drawing/facsimiles.hpp"
#include "tests/rules/forms/printed_forms.hpp"
#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::PrintedForm;

const PrintedForm& sheet() {
  static const PrintedForm kSheet = tests::printed_form("yingtan_sunshine", "seal_sheet");
  return kSheet;
}
const PrintedForm& application() {
  static const PrintedForm kForm = tests::printed_form("yingtan_sunshine", "application_form");
  return kForm;
}

// The form come back, held against a print that shows `text` in the field of this fact.
Report held_against(const PrintedForm& form, const samples::FormRecipe& recipe,
                    std::string_view fact = "", const std::string& text = "") {
  const auto sample = tests::handed_in(form, recipe);
  Plan plan = tests::only("fields_as_printed");
  plan.form = form.form;
  plan.max_bytes = limits::kFileBytesCeiling;
  for (form::Field& field : plan.form->fields) {
    if (!fact.empty() && field.fact == fact) field.printed = text;
  }
  EXPECT_TRUE(rules::forms::drawing::add_facsimiles(plan));
  return tests::inspector().inspect(sample.bytes, "form." + sample.extension, plan);
}

TEST(FieldsAsPrinted, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(tests::codes(held_against(sheet(), {.seed = seed})), "") << seed;
    EXPECT_EQ(tests::codes(held_against(application(), {.seed = seed})), "") << seed;
  }
}

TEST(FieldsAsPrinted, SealOverThePrintTakesNothingAway) {
  EXPECT_EQ(tests::codes(held_against(sheet(), {.seed = 4, .faults = {FormFault::SealOverKey}})),
            "");
}

TEST(FieldsAsPrinted, OneOtherCharacterIsReportedWhereItStands) {
  std::string other = sheet().order.organisation.value();
  other.replace(0, 3, "赣");
  const Report report = held_against(sheet(), {.seed = 21}, "organisation", other);
  ASSERT_EQ(tests::codes(report), "TPL_ALTERED");
  EXPECT_EQ(report.findings[0].words.at("field"), "单位名称");
  EXPECT_LT(*report.findings[0].value, *report.findings[0].threshold);
  EXPECT_TRUE(report.findings[0].box);
}

TEST(FieldsAsPrinted, TextThatGoesOnIsReported) {
  std::string shorter = sheet().order.organisation.value();
  shorter.resize(shorter.size() - 3);
  EXPECT_EQ(tests::codes(held_against(sheet(), {.seed = 22}, "organisation", shorter)),
            "TPL_ALTERED");
}

TEST(FieldsAsPrinted, WithoutFacsimilesNothingIsSaid) {
  const auto sample = tests::handed_in(sheet(), {.seed = 21});
  Plan plan = tests::only("fields_as_printed");
  plan.form = sheet().form;
  EXPECT_EQ(tests::codes(tests::inspector().inspect(sample.bytes, "form.jpg", plan)), "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
