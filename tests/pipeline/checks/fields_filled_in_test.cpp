#include "pipeline/checks/fields_filled_in.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(FieldsFilledIn, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("fields_filled_in", tests::kLetter, {.seed = seed}), "") << seed;
  }
}

TEST(FieldsFilledIn, BlankLeftInTheTermIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::FieldBlank}};
  EXPECT_EQ(codes_of_form("fields_filled_in", tests::kLetter, recipe), "TPL_BLANK_FIELD");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
