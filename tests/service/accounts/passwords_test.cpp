#include "service/accounts/passwords.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace vermilion::service::accounts {
namespace {

constexpr HashCost kCheap{8192, 1};

TEST(Passwords, AreKnownByTheirHashAlone) {
  Passwords passwords(kCheap);
  const std::string hash = *passwords.hash("secret words");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$")) << hash;
  EXPECT_NE(hash, *passwords.hash("secret words"));
  EXPECT_TRUE(passwords.verify("secret words", hash)->right);
  EXPECT_FALSE(passwords.verify("secret word", hash)->right);
}

TEST(Passwords, OfNobodyAreWrongWhateverIsTyped) {
  Passwords passwords(kCheap);
  EXPECT_FALSE(passwords.verify("", "")->right);
  EXPECT_FALSE(passwords.verify("secret words", "")->right);
  EXPECT_FALSE(passwords.verify("secret words", "no hash at all")->right);
}

TEST(Passwords, AreHashedAnewWhenTheCostGrows) {
  const std::string old = *Passwords(kCheap).hash("secret words");
  Passwords dearer({16384, 2});
  const auto verified = dearer.verify("secret words", old);
  ASSERT_TRUE(verified->again);
  EXPECT_TRUE(verified->again->starts_with("$argon2id$v=19$m=16,t=2,p=1$"));
  EXPECT_FALSE(dearer.verify("secret words", *verified->again)->again);
  EXPECT_FALSE(dearer.verify("wrong words", old)->again);
}

// S3: at least 46 MiB in one pass.
TEST(Passwords, CostWhatTheStandardAsksUnlessSaid) {
  EXPECT_TRUE(Passwords().hash("secret words")->starts_with("$argon2id$v=19$m=47104,t=1,p=1$"));
}

TEST(Passwords, BeyondWhatMayWaitAreSentAwayAndToldWhen) {
  Passwords passwords({std::size_t{8} << 20, 8}, /*at_once=*/1, /*waiting_most=*/2);
  std::atomic<int> hashed = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> crowd;
  for (int i = 0; i < 16; ++i) {
    crowd.emplace_back([&] {
      const auto hash = passwords.hash("secret words");
      ++(hash ? hashed : refused);
      if (!hash) {
        EXPECT_GE(hash.error().wait.count(), 1);
      }
    });
  }
  for (auto& one : crowd) one.join();
  EXPECT_EQ(hashed + refused, 16);
  EXPECT_GE(hashed, 1);
  EXPECT_GE(refused, 1);
}

}  // namespace
}  // namespace vermilion::service::accounts
