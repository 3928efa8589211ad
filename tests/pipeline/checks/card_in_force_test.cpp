#include "pipeline/checks/card_in_force.hpp"

#include "tests/pipeline/checks/dated_page.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using namespace std::chrono_literals;

TEST(CardInForce, DocumentThatEndsLongAfterPasses) {
  EXPECT_TRUE(found_on(2026y / 11 / 21, kCardInForce).empty());
}

TEST(CardInForce, DocumentThatHasEndedIsReported) {
  const auto found = found_on(2027y / 6 / 10, kCardInForce);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().code, FindingCode::IdExpired);
}

}  // namespace
}  // namespace vermilion::pipeline::checks
