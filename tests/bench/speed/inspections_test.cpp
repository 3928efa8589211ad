#include "bench/speed/inspections.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace vermilion::speed {
namespace {

TEST(Inspections, PartsAddUpToNoMoreThanTheWhole) {
  auto inspector =
      pipeline::Inspector::create(std::filesystem::path(VERMILION_SOURCE_DIR) / "models");
  ASSERT_TRUE(inspector) << inspector.error().detail;
  const auto pages = draw(categories().front(), 1);
  const auto costs = measure(*inspector, pages, 2);
  ASSERT_EQ(costs.size(), 1U);
  const PageCost& cost = costs.front();
  EXPECT_TRUE(cost.readable);
  EXPECT_TRUE(cost.ran("decode"));
  EXPECT_FALSE(cost.ran("turning"));
  EXPECT_EQ(cost.stage_ms("turning"), 0);
  EXPECT_GT(cost.reference_ms, 0);
  EXPECT_GE(cost.reference_median_ms, cost.reference_ms);
  double parts_ms = 0;
  for (const auto& stage : cost.stages) parts_ms += cost.stage_ms(stage.stage);
  EXPECT_GT(parts_ms, 0);
  EXPECT_LE(parts_ms, cost.whole_ms);
}

}  // namespace
}  // namespace vermilion::speed
