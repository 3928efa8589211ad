#include "service/accounts/limits.hpp"

#include "tests/service/accounts/a_house.hpp"

#include <atomic>
#include <thread>

namespace vermilion::tests {
namespace {

using namespace service::accounts;

constexpr Limit kThree{"three", 3, std::chrono::seconds(10)};

class Limits : public AccountsOnBoth {};

long take(AHouse& house, const std::string& whose) {
  const Rate rate(house.accounts.keys, kThree, {whose});
  return house.store.database
      .transact([&](Transaction& transaction) { return rate.take(transaction).count(); })
      .value();
}

TEST_P(Limits, AreExactAndComeBackOneByOne) {
  AHouse house(GetParam());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(take(house, "a"), 0);
  EXPECT_EQ(take(house, "a"), 10'000);
  EXPECT_EQ(take(house, "b"), 0);
  house.wait(std::chrono::seconds(9));
  EXPECT_EQ(take(house, "a"), 1'000);
  house.wait(std::chrono::seconds(1));
  EXPECT_EQ(take(house, "a"), 0);
  EXPECT_GT(take(house, "a"), 0);
  house.wait(std::chrono::seconds(1000));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(take(house, "a"), 0);
  EXPECT_GT(take(house, "a"), 0);
}

// The clock of a database goes on between two looks at it.
TEST_P(Limits, FirstOfAllNeverWaitsWhileTheClockGoesOn) {
  constexpr Limit kOne{"one", 1, std::chrono::minutes(1)};
  const auto keys = Keys::from_text(Keys::new_secret()).value();
  const ADatabase somewhere(GetParam());
  Database database = somewhere.migrated();
  for (int i = 0; i < 300; ++i) {
    const Rate rate(keys, kOne, {std::to_string(i)});
    const auto wait =
        database.transact([&](Transaction& transaction) { return rate.take(transaction).count(); });
    ASSERT_EQ(wait.value(), 0) << i;
  }
}

TEST_P(Limits, AreExactForManyAtOnce) {
  AHouse house(GetParam());
  std::atomic<int> taken = 0;
  std::vector<std::thread> crowd;
  for (int i = 0; i < 8; ++i) {
    crowd.emplace_back([&] {
      for (int j = 0; j < 4; ++j) taken += take(house, "a") == 0 ? 1 : 0;
    });
  }
  for (auto& one : crowd) one.join();
  EXPECT_EQ(taken, 3);
}

TEST_P(Limits, TellHowManyAreTakenAndTakeThemBack) {
  AHouse house(GetParam());
  const Rate rate(house.accounts.keys, kThree, {"a"});
  ASSERT_TRUE(house.store.database.transact([&](Transaction& transaction) {
    EXPECT_EQ(rate.taken(transaction), 0u);
    (void)rate.take(transaction);
    (void)rate.take(transaction);
    EXPECT_EQ(rate.taken(transaction), 2u);
    rate.give_back(transaction);
    EXPECT_EQ(rate.taken(transaction), 1u);
    rate.give_back_all(transaction);
    EXPECT_EQ(rate.taken(transaction), 0u);
    rate.give_back(transaction);
    EXPECT_EQ(rate.taken(transaction), 0u);
    return true;
  }));
}

TEST_P(Limits, LeaveNoAddressAndNoRowBehind) {
  AHouse house(GetParam());
  (void)take(house, "203.0.113.7");
  const auto keys = [&] {
    return house.store.database
        .read([](Transaction& transaction) {
          return transaction.rows<std::string>("SELECT key FROM limits");
        })
        .value();
  };
  ASSERT_EQ(keys().size(), 1u);
  EXPECT_EQ(std::get<0>(keys().front()).find("203"), std::string::npos);
  house.wait(std::chrono::hours(1));
  ASSERT_TRUE(sweep(house.accounts));
  EXPECT_TRUE(keys().empty());
}

INSTANTIATE_TEST_SUITE_P(, Limits, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::tests
