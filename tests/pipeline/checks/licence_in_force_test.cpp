#include "pipeline/checks/licence_in_force.hpp"

#include "tests/pipeline/checks/dated_page.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using namespace std::chrono_literals;

TEST(LicenceInForce, DocumentThatEndsLongAfterPasses) {
  EXPECT_TRUE(found_on(2026y / 11 / 21, kLicenceInForce).empty());
}

TEST(LicenceInForce, DocumentThatHasEndedIsReported) {
  const auto found = found_on(2027y / 6 / 10, kLicenceInForce);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().code, FindingCode::LicenceExpired);
}

}  // namespace
}  // namespace vermilion::pipeline::checks
