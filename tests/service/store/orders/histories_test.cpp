#include "service/store/ledger/verify.hpp"
#include "tests/service/store/orders/a_world.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <thread>

// What must hold in every history of an order in a database, over random ones. By default 100 on
// SQLite and 30 on PostgreSQL; VERMILION_HISTORIES is the number on SQLite, a tenth of it on
// PostgreSQL. Other worlds than the first: VERMILION_FIRST_WORLD, for a long run in pieces.
namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;

std::uint64_t wanted(const char* variable, std::uint64_t otherwise) {
  const char* set = std::getenv(variable);
  return set == nullptr ? otherwise : std::strtoull(set, nullptr, 10);
}

std::uint64_t histories_wanted(Backend backend) {
  const bool sqlite = backend == Backend::Sqlite;
  if (std::getenv("VERMILION_HISTORIES") == nullptr) return sqlite ? 100 : 30;
  return wanted("VERMILION_HISTORIES", 0) / (sqlite ? 1 : 10);
}

// Every fourth world goes on until most of its orders have ended.
int steps_of(std::uint64_t world) {
  return world % 4 == 1 ? 400 : 100;
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
  std::uint64_t histories = 0;
  std::uint64_t commands = 0;
  std::uint64_t refusals = 0;
  const auto first = wanted("VERMILION_FIRST_WORLD", 1);
  for (auto number = first; histories < histories_wanted(GetParam()); ++number) {
    SCOPED_TRACE(fmt::format("world {}", number));
    AWorld world(store, number);
    for (int step = 0; step < steps_of(number); ++step) world.step();
    world.check_at_end();
    histories += world.histories();
    commands += static_cast<std::uint64_t>(world.commands());
    refusals += static_cast<std::uint64_t>(world.refusals());
    ASSERT_FALSE(HasFailure());
  }
  expect_sound(store);
  EXPECT_GT(refusals, commands / 10);
  fmt::print("{} histories, {} commands, {} refused\n", histories, commands, refusals);
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
