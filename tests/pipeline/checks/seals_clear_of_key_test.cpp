#include "pipeline/checks/seals_clear_of_key.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(SealsClearOfKey, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("seals_clear_of_key", tests::kSealSheet, {.seed = seed}), "") << seed;
  }
}

TEST(SealsClearOfKey, SealOverANameIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::SealOverKey}};
  EXPECT_EQ(codes_of_form("seals_clear_of_key", tests::kSealSheet, recipe), "SEAL_COVERS_KEY");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
