#include "service/running/bell.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace vermilion::tests {
namespace {

using namespace std::chrono_literals;
using service::running::Bell;
using Clock = std::chrono::steady_clock;

constexpr auto kNever = 10min;  // a case that waits for so long has failed

TEST(Bell, CallIsHeardByWhoWaits) {
  Bell bell(1);
  std::jthread waiting([&](const std::stop_token& stop) { bell.await(stop, kNever); });
  bell.ring(1);
  waiting.join();
}

TEST(Bell, CallThatNobodyWaitedForIsKeptForWhoComesNext) {
  Bell bell(2);
  bell.ring(2);
  const auto begun = Clock::now();
  for (int i = 0; i < 2; ++i) bell.await({}, kNever);
  EXPECT_LT(Clock::now() - begun, kNever);
}

TEST(Bell, AsManyCallsAreKeptAsThereAreListeners) {
  Bell bell(2);
  bell.ring(500);
  for (int i = 0; i < 2; ++i) bell.await({}, kNever);
  const auto begun = Clock::now();
  bell.await({}, 1ms);
  EXPECT_GE(Clock::now() - begun, 1ms) << "a third call was kept";
}

TEST(Bell, SeveralCallsWakeSeveral) {
  Bell bell(4);
  std::atomic<int> awake = 0;
  {
    std::vector<std::jthread> waiting;
    for (int i = 0; i < 4; ++i) {
      waiting.emplace_back([&] {
        bell.await({}, kNever);
        ++awake;
      });
    }
    bell.ring(4);
  }
  EXPECT_EQ(awake, 4);
}

TEST(Bell, WhoIsAskedToStopWaitsNoLonger) {
  Bell bell(1);
  std::jthread waiting([&](const std::stop_token& stop) { bell.await(stop, kNever); });
  waiting.request_stop();
  waiting.join();
}

}  // namespace
}  // namespace vermilion::tests
