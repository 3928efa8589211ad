#include "pipeline/checks/seals_of_right_shape.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(SealsOfRightShape, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("seals_of_right_shape", tests::kSealSheet, {.seed = seed}), "") << seed;
  }
}

TEST(SealsOfRightShape, SquareCompanySealIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::SealSquare}};
  EXPECT_EQ(codes_of_form("seals_of_right_shape", tests::kSealSheet, recipe), "SEAL_NOT_ROUND");
}

TEST(SealsOfRightShape, RoundSealOfAPersonIsReported) {
  const samples::FormRecipe recipe{.seed = 32, .faults = {FormFault::PersonSealRound}};
  EXPECT_EQ(codes_of_form("seals_of_right_shape", tests::kSealSheet, recipe), "LSEAL_NOT_SQUARE");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
