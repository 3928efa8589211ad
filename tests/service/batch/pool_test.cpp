#include "service/batch/pool.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace vermilion::service::batch {
namespace {

// Tools that know their number.
struct Workshop {
  int made = 0;
  Pool<int> pool{[this] { return ++made; }};

  int used() {
    return pool.lend([](int tool) { return tool; });
  }
};

TEST(Pool, OneAfterTheOtherNeedsOnlyOne) {
  Workshop workshop;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(workshop.used(), 1);
  EXPECT_EQ(workshop.made, 1);
}

TEST(Pool, OneThatIsGivenIsUsedBeforeAnotherIsMade) {
  Workshop workshop;
  workshop.pool.give(7);
  EXPECT_EQ(workshop.used(), 7);
  EXPECT_EQ(workshop.made, 0);
}

TEST(Pool, TwoAtOnceAreTwo) {
  Workshop workshop;
  const int inner = workshop.pool.lend([&](int) { return workshop.used(); });
  EXPECT_EQ(inner, 2);
  EXPECT_EQ(workshop.made, 2);
}

TEST(Pool, OneThatWasThrownOnIsNotUsedAgain) {
  Workshop workshop;
  const auto fail = [](int) -> int { throw std::runtime_error("bad"); };
  EXPECT_THROW((void)workshop.pool.lend(fail), std::runtime_error);
  EXPECT_EQ(workshop.used(), 2);
}

}  // namespace
}  // namespace vermilion::service::batch
