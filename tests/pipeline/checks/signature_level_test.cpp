#include "pipeline/checks/signature_level.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(SignatureLevel, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("signature_level", tests::kSealSheet, {.seed = seed}), "") << seed;
  }
}

TEST(SignatureLevel, NameFromTopToBottomIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::SignatureVertical}};
  EXPECT_EQ(codes_of_form("signature_level", tests::kSealSheet, recipe), "SIGN_VERTICAL");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
