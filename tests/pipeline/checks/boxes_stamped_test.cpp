#include "pipeline/checks/boxes_stamped.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(BoxesStamped, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("boxes_stamped", tests::kSealSheet, {.seed = seed}), "") << seed;
  }
}

TEST(BoxesStamped, MissingSealIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::SealMissing}};
  EXPECT_EQ(codes_of_form("boxes_stamped", tests::kSealSheet, recipe), "SEAL_NONE");
}

TEST(BoxesStamped, EmptyBoxOfTheLegalPersonIsReported) {
  const samples::FormRecipe recipe{.seed = 32, .faults = {FormFault::SignatureMissing}};
  EXPECT_EQ(codes_of_form("boxes_stamped", tests::kSealSheet, recipe), "SIGN_NONE");
}

TEST(BoxesStamped, LetterNobodySignedIsReported) {
  const samples::FormRecipe recipe{.seed = 33, .faults = {FormFault::SignatureMissing}};
  EXPECT_EQ(codes_of_form("boxes_stamped", tests::kLetter, recipe), "SIGN_NONE");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
