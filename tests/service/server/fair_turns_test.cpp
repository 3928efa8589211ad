#include "service/server/fair_turns.hpp"

#include <gmock/gmock.h>

#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace vermilion::service::server {
namespace {

using namespace std::chrono_literals;

void wait_until(const auto& holds) {
  for (int i = 0; i < 5000 && !holds(); ++i) std::this_thread::sleep_for(1ms);
  ASSERT_TRUE(holds());
}

// Asks that come one after the other while one place is taken, and the order they are served in.
std::vector<std::string> served(const std::vector<std::string>& asks) {
  FairTurns turns(1, 100);
  std::vector<std::string> order;
  std::mutex mutex;
  std::vector<std::thread> askers;
  {
    const auto first = turns.take("first");
    for (const std::string& client : asks) {
      const unsigned before = turns.waiting();
      askers.emplace_back([&, client] {
        const auto turn = turns.take(client);
        const std::scoped_lock lock(mutex);
        order.push_back(client);
      });
      wait_until([&] { return turns.waiting() == before + 1; });
    }
  }
  for (std::thread& asker : askers) asker.join();
  return order;
}

TEST(FairTurns, OfSeveralClientsTakeTurns) {
  EXPECT_THAT(served({"a", "a", "a", "a", "b", "c"}),
              testing::ElementsAre("a", "b", "c", "a", "a", "a"));
}

TEST(FairTurns, OfOneClientComeInTheirOrder) {
  EXPECT_THAT(served({"a", "b", "a", "b"}), testing::ElementsAre("a", "b", "a", "b"));
}

TEST(FairTurns, AreGivenAtOnceWhileThereIsRoom) {
  FairTurns turns(2, 1);
  const auto one = turns.take("a");
  const auto two = turns.take("a");
  EXPECT_TRUE(one && two);
  EXPECT_EQ(turns.working(), 2u);
}

TEST(FairTurns, OfAFullLineAreRefusedWithATime) {
  FairTurns turns(1, 1);
  std::optional first = turns.take("a");
  std::thread second([&] { EXPECT_TRUE(turns.take("a")); });
  wait_until([&] { return turns.waiting() == 1; });
  const auto third = turns.take("a");
  ASSERT_FALSE(third);
  EXPECT_GE(third.error(), 1s);
  first.reset();
  second.join();
  EXPECT_TRUE(turns.take("a"));
}

TEST(FairTurns, OneFullLineLeavesRoomForOthers) {
  FairTurns turns(1, 1);
  std::optional first = turns.take("a");
  std::thread second([&] { EXPECT_TRUE(turns.take("a")); });
  wait_until([&] { return turns.waiting() == 1; });
  std::thread other([&] { EXPECT_TRUE(turns.take("b")); });
  wait_until([&] { return turns.waiting() == 2; });
  first.reset();
  second.join();
  other.join();
  EXPECT_EQ(turns.working(), 0u);
  EXPECT_EQ(turns.waiting(), 0u);
}

// Nobody is kept out by others, but lines grow no longer.
TEST(FairTurns, OfManyInAllAreForWhoHasNoneWaiting) {
  constexpr unsigned kInAll = 20;
  FairTurns turns(1, 16);
  std::optional first = turns.take("a");
  std::vector<std::thread> waiting;
  for (unsigned i = 0; i < kInAll; ++i) {
    waiting.emplace_back([&, i] { EXPECT_TRUE(turns.take(i < kInAll / 2 ? "a" : "b")); });
  }
  wait_until([&] { return turns.waiting() == kInAll; });
  EXPECT_FALSE(turns.take("a"));
  EXPECT_FALSE(turns.take("b"));
  waiting.emplace_back([&] { EXPECT_TRUE(turns.take("c")); });
  wait_until([&] { return turns.waiting() == kInAll + 1; });
  EXPECT_FALSE(turns.take("c"));
  first.reset();
  for (std::thread& each : waiting) each.join();
}

}  // namespace
}  // namespace vermilion::service::server
