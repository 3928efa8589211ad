#include "service/batch/in_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

namespace vermilion::service::batch {
namespace {

constexpr std::size_t kItems = 100;

// So that later items overtake earlier ones.
void dawdle() {
  thread_local std::minstd_rand random(std::random_device{}());
  std::this_thread::sleep_for(std::chrono::microseconds(random() % 1000));
}

class InOrder : public testing::TestWithParam<int> {};

TEST_P(InOrder, EachIsWorkedOnOnceAndDeliveredInItsPlace) {
  std::vector<std::atomic<int>> worked(kItems);
  std::vector<std::size_t> delivered;
  in_order(
      kItems, GetParam(),
      [&](std::size_t item) {
        dawdle();
        ++worked[item];
      },
      [&](std::size_t item) { delivered.push_back(item); }, [] { return false; });
  std::vector<std::size_t> all(kItems);
  std::iota(all.begin(), all.end(), std::size_t{0});
  EXPECT_EQ(delivered, all);
  EXPECT_TRUE(std::ranges::all_of(worked, [](const auto& times) { return times == 1; }));
}

TEST_P(InOrder, NoTwoItemsShareAPlace) {
  std::vector<std::atomic<int>> held(places(GetParam()));
  std::atomic<bool> met = false;
  in_order(
      kItems, GetParam(),
      [&](std::size_t item) {
        if (held[item % held.size()]++ > 0) met = true;
        dawdle();
      },
      [&](std::size_t item) { --held[item % held.size()]; }, [] { return false; });
  EXPECT_FALSE(met);
}

TEST_P(InOrder, WhatWasBegunBeforeTheStopIsDelivered) {
  std::atomic<std::size_t> begun = 0;
  std::size_t delivered = 0;
  in_order(
      kItems, GetParam(), [&](std::size_t) { ++begun; }, [&](std::size_t) { ++delivered; },
      [&] { return delivered >= 5; });
  EXPECT_EQ(delivered, begun);
  EXPECT_GE(delivered, 5u);
  EXPECT_LT(delivered, kItems);
}

INSTANTIATE_TEST_SUITE_P(Jobs, InOrder, testing::Values(1, 2, 7));

}  // namespace
}  // namespace vermilion::service::batch
