#include "pipeline/checks/seal_names_organisation.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

std::string codes_for(const std::string& organisation) {
  const auto& sample = tests::a_sample(
      tests::at_dpi(200, tests::a_stamped_copy_of(samples::DocumentKind::SealSheet, 5)));
  Plan plan = tests::only("seal_names_organisation");
  plan.fields = {{"organisation", organisation.empty() ? sample.truth.organisation : organisation}};
  return tests::codes(tests::inspected(sample, plan));
}

TEST(SealNamesOrganisation, SealOfTheOrganisationPasses) {
  EXPECT_EQ(codes_for(""), "");
}

TEST(SealNamesOrganisation, SealOfAnotherOrganisationIsReported) {
  EXPECT_NE(codes_for("北京长风航海仪器厂").find("SEAL_NAME_MISMATCH"), std::string::npos);
}

}  // namespace
}  // namespace vermilion::pipeline::checks
