#include "pipeline/checks/signature_width.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(SignatureWidth, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("signature_width", tests::kSealSheet, {.seed = seed}), "") << seed;
  }
}

TEST(SignatureWidth, NameFarWiderThanASealIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::SignatureWide}};
  EXPECT_EQ(codes_of_form("signature_width", tests::kSealSheet, recipe), "SIGN_WIDTH");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
