#include "samples/invented_order.hpp"

#include "pipeline/credit_code/credit_code.hpp"

#include <gtest/gtest.h>

namespace vermilion::samples {
namespace {

TEST(InventedOrder, IsTheSameForTheSameSeed) {
  EXPECT_EQ(invent_order(Random(3)), invent_order(Random(3)));
  EXPECT_NE(invent_order(Random(3)), invent_order(Random(4)));
}

TEST(InventedOrder, SaysNothingEmptyAndAValidCode) {
  for (std::uint64_t seed = 1; seed < 20; ++seed) {
    const auto order = invent_order(Random(seed));
    for (const auto& [name, value] : order) EXPECT_FALSE(value.empty()) << name;
    EXPECT_TRUE(pipeline::credit_code::valid(order.at("credit_code"))) << seed;
  }
}

}  // namespace
}  // namespace vermilion::samples
