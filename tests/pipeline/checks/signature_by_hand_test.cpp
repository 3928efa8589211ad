#include "pipeline/checks/signature_by_hand.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(SignatureByHand, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("signature_by_hand", tests::kSealSheet, {.seed = seed}), "") << seed;
  }
}

TEST(SignatureByHand, TypedNameIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::SignaturePrinted}};
  EXPECT_EQ(codes_of_form("signature_by_hand", tests::kSealSheet, recipe), "SIGN_PRINTED");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
