#include "samples/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace vermilion::samples {
namespace {

TEST(Random, SameSeedGivesTheSameStream) {
  Random a(7);
  Random b(7);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(a.bits(), b.bits());
}

TEST(Random, FirstWordIsThatOfOtherImplementations) {
  // xoshiro256** seeded by splitmix64 from 0, as the generators of other languages do it.
  Random random(0);
  EXPECT_EQ(random.bits(), 0x99EC5F36CB75F2B4u);
}

TEST(Random, ChildDoesNotDependOnWhatWasDrawn) {
  Random parent(7);
  const std::uint64_t before = parent.child("ink").bits();
  parent.bits();
  EXPECT_EQ(parent.child("ink").bits(), before);
}

TEST(Random, ChildrenDifferByNameAndBySeed) {
  std::set<std::uint64_t> firsts;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    for (const char* name : {"", "ink", "paper", "kni"}) {
      firsts.insert(Random(seed).child(name).bits());
    }
  }
  EXPECT_EQ(firsts.size(), 200u);
}

TEST(Random, IntegersReachBothEndsAndNoFurther) {
  Random random(1);
  std::array<int, 5> seen{};
  for (int i = 0; i < 5000; ++i) {
    const int drawn = random.integer(-2, 2);
    ASSERT_GE(drawn, -2);
    ASSERT_LE(drawn, 2);
    ++seen.at(static_cast<std::size_t>(drawn) + 2);
  }
  for (const int count : seen) EXPECT_NEAR(count, 1000, 150);
}

TEST(Random, NormalHasMeanZeroAndDeviationOne) {
  Random random(1);
  double sum = 0;
  double squares = 0;
  constexpr int kDraws = 20'000;
  for (int i = 0; i < kDraws; ++i) {
    const double drawn = random.normal();
    sum += drawn;
    squares += drawn * drawn;
  }
  EXPECT_NEAR(sum / kDraws, 0, 0.03);
  EXPECT_NEAR(squares / kDraws, 1, 0.05);
}

TEST(Random, DigitsAreDigits) {
  Random random(1);
  const std::string digits = random.digits(200);
  EXPECT_EQ(digits.size(), 200u);
  EXPECT_EQ(digits.find_first_not_of("0123456789"), std::string::npos);
}

}  // namespace
}  // namespace vermilion::samples
