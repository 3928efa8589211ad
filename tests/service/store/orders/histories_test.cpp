#include "service/store/ledger/verify.hpp"
#include "tests/service/store/orders/a_world.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <iostream>
#include <thread>

// What must hold in every history of orders in a database, over random ones. By default 6,000
// commands on SQLite and 1,500 on PostgreSQL; VERMILION_HISTORY_COMMANDS is the number on SQLite, a
// tenth of it on PostgreSQL.
namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;

int commands_wanted(Backend backend) {
  const char* wanted = std::getenv("VERMILION_HISTORY_COMMANDS");
  const bool sqlite = backend == Backend::Sqlite;
  if (wanted == nullptr) return sqlite ? 6'000 : 1'500;
  return std::atoi(wanted) / (sqlite ? 1 : 10);
}

void expect_sound(AStore& store) {
  const auto differences = store.orders.differences();
  ASSERT_TRUE(differences) << differences.error().detail;
  EXPECT_THAT(*differences, testing::IsEmpty());
  const auto verified = ledger::verify(store.database, {}, "");
  ASSERT_TRUE(verified);
  EXPECT_FALSE(verified->bad) << text_of(*verified->bad);
  EXPECT_EQ(store.database.unclean_returns(), 0);
}

class StoredHistories : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, StoredHistories, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST_P(StoredHistories, KeepWhatMustNeverHappenTwice) {
  AStore store(GetParam());
  int commands = 0;
  int refusals = 0;
  for (std::uint64_t number = 1; commands < commands_wanted(GetParam()); ++number) {
    SCOPED_TRACE(fmt::format("world {}", number));
    AWorld world(store, number);
    for (int step = 0; step < 400; ++step) world.step();
    world.check_at_end();
    commands += world.commands();
    refusals += world.refusals();
    ASSERT_FALSE(HasFailure());
  }
  expect_sound(store);
  EXPECT_GT(refusals, commands / 10);
  std::cout << commands << " commands, " << refusals << " refused\n";
}

std::string end_of(Backend backend) {
  AStore store(backend);
  for (std::uint64_t number = 1; number <= 2; ++number) {
    AWorld world(store, number);
    for (int step = 0; step < 300; ++step) world.step();
  }
  const auto head =
      store.database.read([](auto& transaction) { return ledger::head(transaction); });
  const auto jobs = store.database.read([](auto& transaction) {
    std::string all;
    for (auto& [key, effect] : transaction.template rows<std::string, std::string>(
             "SELECT key, effect FROM jobs ORDER BY number, part, key")) {
      all += key + " " + effect + "\n";
    }
    return all;
  });
  return fmt::format("{} {}\n{}", head->number, head->hash, *jobs);
}

// To the last bit of the last hash: both have told the same story.
TEST(StoredHistoriesOnBoth, SameHistoryComesToTheSameEnd) {
  if (const auto reason = why_no_postgresql(); !reason.empty()) GTEST_SKIP() << reason;
  EXPECT_EQ(end_of(Backend::Sqlite), end_of(Backend::PostgreSql));
}

TEST_P(StoredHistories, RebuiltTablesAreTheKeptOnes) {
  AStore store(GetParam());
  AWorld world(store, 1);
  for (int step = 0; step < 250; ++step) world.step();
  const auto kept = store.orders.list({});
  ASSERT_TRUE(store.database.transact([](auto& transaction) {
    transaction.run("UPDATE orders SET stage = 'issued', turn = NULL");
    transaction.run("DELETE FROM attempts");
    transaction.run("UPDATE main_keys SET serial = 'x'");
  }));
  EXPECT_THAT(*store.orders.differences(), testing::Not(testing::IsEmpty()));
  ASSERT_TRUE(store.orders.rebuild());
  EXPECT_THAT(*store.orders.differences(), testing::IsEmpty());
  EXPECT_EQ(*store.orders.list({}), *kept);
}

// Four threads, each with a world of its own, in one database.
TEST_P(StoredHistories, LivedSideBySideDisturbNobody) {
  AStore store(GetParam());
  std::vector<std::jthread> threads;
  for (std::uint64_t number = 1; number <= 4; ++number) {
    threads.emplace_back([&store, number] {
      AWorld world(store, number, false);
      for (int step = 0; step < 100; ++step) world.step();
      world.check_at_end();
    });
  }
  threads.clear();
  expect_sound(store);
}

}  // namespace
}  // namespace vermilion::tests
