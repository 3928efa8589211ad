#include "pipeline/cost.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <stdexcept>

namespace vermilion::pipeline {
namespace {

// Keeps the processor busy for about so many milliseconds of this thread.
int work(int ms) {
  const std::clock_t end = std::clock() + ms * CLOCKS_PER_SEC / 1000;
  int rounds = 0;
  while (std::clock() < end) ++rounds;
  return rounds;
}

double ms(const StageCost& stage) {
  return static_cast<double>(stage.cpu_ns) / 1e6;
}

TEST(Costs, StagesStandInTheOrderTheyWereBegun) {
  Costs costs;
  costs.measure("page", [&] { costs.measure("lines", [] {}); });
  costs.measure("digest", [] {});
  ASSERT_EQ(costs.stages().size(), 3U);
  EXPECT_EQ(costs.stages()[0].stage, "page");
  EXPECT_EQ(costs.stages()[1].stage, "lines");
  EXPECT_EQ(costs.stages()[2].stage, "digest");
}

TEST(Costs, RunsAreCountedAndResultsHandedOn) {
  Costs costs;
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(costs.measure("square", [&] { return i * i; }), i * i);
  }
  ASSERT_EQ(costs.stages().size(), 1U);
  EXPECT_EQ(costs.stages()[0].runs, 3);
}

TEST(Costs, ProductIsNotChargedForTheOneItAsksFor) {
  Costs costs;
  costs.measure("outer", [&] {
    work(5);
    costs.measure("inner", [] { return work(60); });
    work(5);
  });
  const double outer = ms(costs.stages()[0]);
  const double inner = ms(costs.stages()[1]);
  EXPECT_GT(inner, 40);
  EXPECT_LT(outer, inner / 2);
  EXPECT_GT(outer, 2);
}

TEST(Costs, StageThatThrowsIsCountedAndClosed) {
  Costs costs;
  EXPECT_THROW(costs.measure("decode", []() -> int { throw std::runtime_error("x"); }),
               std::runtime_error);
  costs.measure("next", [] { return work(20); });
  EXPECT_EQ(costs.stages()[0].runs, 1);
  EXPECT_LT(ms(costs.stages()[0]), 10);  // what follows is not charged to it
}

}  // namespace
}  // namespace vermilion::pipeline
