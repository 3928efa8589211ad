#include "pipeline/form/field_rows.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::form {
namespace {

Template a_form() {
  return {
      .fields = {
          {.id = "agent", .fact = "agent", .printed = "某某某"},
          {.id = "organisation", .fact = "organisation", .printed = "一\n二", .multi_line = true},
          {.id = "legal_person", .fact = "legal_person"},
          {.id = "valid_until", .printed = "至　　年　　月　　日止"}}};
}

TEST(PrintedField, IsTheOneTheFactWasPrintedIn) {
  const Template form = a_form();
  EXPECT_EQ(printed_field(form, "agent"), &form.fields[0]);
}

TEST(PrintedField, IsNoneThatRunsOverRowsOrIsWrittenInByHandOrNotThere) {
  const Template form = a_form();
  for (const auto* fact : {"organisation", "legal_person", "valid_until", "credit_code", ""}) {
    EXPECT_EQ(printed_field(form, fact), nullptr) << fact;
  }
}

TEST(WrittenField, IsTheOneOfThisNameThatNothingIsPrintedInto) {
  const Template form = a_form();
  EXPECT_EQ(written_field(form, "valid_until"), &form.fields[3]);
  for (const auto* id : {"agent", "organisation", "legal_person", "credit_code", ""}) {
    EXPECT_EQ(written_field(form, id), nullptr) << id;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::form
