#include "pipeline/checks/seals_inside_boxes.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::FormFault;
using tests::codes_of_form;

TEST(SealsInsideBoxes, FormAsItShouldBePasses) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(codes_of_form("seals_inside_boxes", tests::kSealSheet, {.seed = seed}), "") << seed;
  }
}

TEST(SealsInsideBoxes, SealAcrossALineIsReported) {
  const samples::FormRecipe recipe{.seed = 31, .faults = {FormFault::SealOverLine}};
  EXPECT_EQ(codes_of_form("seals_inside_boxes", tests::kSealSheet, recipe), "SEAL_OVER_EDGE");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
