#include "pipeline/checks/legal_seal_red.hpp"

#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

TEST(LegalSealRed, RedSealsOfPeoplePass) {
  for (const std::uint64_t seed : {21, 22, 23}) {
    EXPECT_EQ(tests::codes_of_form("legal_seal_red", tests::kSealSheet, {.seed = seed}), "");
  }
}

TEST(LegalSealRed, SealLessRedThanARuleWantsIsReported) {
  const auto report = tests::checked_form("legal_seal_red", tests::kSealSheet, {.seed = 21});
  ASSERT_FALSE(report.measurements.at("legal_seal_red").empty());
  const double redness = report.measurements.at("legal_seal_red").front().values.at("redness");
  EXPECT_GT(redness, 0.5);
  EXPECT_EQ(tests::codes_of_form("legal_seal_red", tests::kSealSheet, {.seed = 21},
                                 {{"redness_min", 1.0}}),
            redness < 1 ? "LSEAL_NOT_RED" : "");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
