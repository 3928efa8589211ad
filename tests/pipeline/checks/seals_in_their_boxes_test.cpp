#include "pipeline/checks/seals_in_their_boxes.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(SealsInTheirBoxes, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("seals_in_their_boxes", tests::kSealSheet, {.seed = seed}), "") << seed;
  }
}

TEST(SealsInTheirBoxes, CompanySealInTheBoxOfAPersonIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::SealWrongBox}};
  EXPECT_EQ(codes_of_form("seals_in_their_boxes", tests::kSealSheet, recipe), "SEAL_WRONG_BOX");
}

TEST(SealsInTheirBoxes, SealInNoBoxIsReported) {
  const samples::FormRecipe recipe{.seed = 32, .faults = {FormFault::SealOverKey}};
  EXPECT_EQ(codes_of_form("seals_in_their_boxes", tests::kSealSheet, recipe), "SEAL_WRONG_BOX");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
