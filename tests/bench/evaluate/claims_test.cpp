#include "bench/evaluate/claims.hpp"

#include <gtest/gtest.h>

namespace vermilion::evaluate {
namespace {

TEST(Claims, AnotherCodeIsWrongAndNoneIsAbsent) {
  Claims claims;
  claims.count("A", "A");
  claims.count("A", "A");
  claims.count("B", "A");
  claims.count(std::nullopt, "A");
  EXPECT_EQ(claims.exact, 2);
  EXPECT_EQ(claims.wrong, 1);
  EXPECT_EQ(claims.absent, 1);
  EXPECT_EQ(claims.all(), 4);
}

}  // namespace
}  // namespace vermilion::evaluate
