#include "service/store/database/database.hpp"

#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <limits>
#include <random>
#include <stdexcept>
#include <thread>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store::database;

class DatabaseDoor : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, DatabaseDoor, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

void make_table(Database& database) {
  const bool bytea = database.backend() == Backend::PostgreSql;
  ASSERT_TRUE(database.transact([&](Transaction& transaction) {
    transaction.run(std::string("CREATE TABLE things (id BIGINT NOT NULL, name TEXT, bytes ") +
                    (bytea ? "BYTEA" : "BLOB") +
                    ", CONSTRAINT \"things.id\" PRIMARY KEY (id),"
                    " CONSTRAINT \"things_are_positive\" CHECK (id >= 0))");
  }));
}

void insert(Transaction& transaction, std::int64_t id, const char* name = "x") {
  transaction.run("INSERT INTO things (id, name) VALUES ($1, $2)", {id, name});
}

std::int64_t count(Database& database) {
  return std::get<0>(**database.read([](Transaction& transaction) {
    return transaction.row<std::int64_t>("SELECT count(*) FROM things");
  }));
}

TEST_P(DatabaseDoor, WhatWasCommittedIsThere) {
  const ADatabase a(GetParam());
  Database database = a.open();
  make_table(database);
  ASSERT_TRUE(database.transact([](Transaction& transaction) { insert(transaction, 1); }));
  EXPECT_EQ(count(database), 1);
  Database another = a.open();
  EXPECT_EQ(count(another), 1);
}

// Each way out of a transaction: whatever it was, nothing of it stays, and the session that goes
// back is clean: the next who gets it can begin, and another connection can write.
TEST_P(DatabaseDoor, EveryExitLeavesACleanSession) {
  const ADatabase a(GetParam());
  Database database = a.open({.sessions = 1});
  Database other = a.open();
  make_table(database);
  const std::vector<std::function<void(Transaction&)>> exits{
      [](Transaction&) { throw std::runtime_error("a mistake"); },
      [](Transaction&) { Transaction::fail(ErrorKind::Stale, "given up"); },
      [](Transaction& transaction) { transaction.undo(); },
      [](Transaction& transaction) { transaction.run("SELECT nonsense FROM nowhere"); },
      [](Transaction& transaction) { insert(transaction, 1); },  // a second time
      [](Transaction& transaction) { insert(transaction, -1); },
      [](Transaction& transaction) {
        insert(transaction, 2, std::string("a\0b", 3).c_str());
        throw 1.5f;
      },
  };
  for (std::size_t i = 0; i < exits.size(); ++i) {
    SCOPED_TRACE(i);
    try {
      static_cast<void>(database.transact([&](Transaction& transaction) {
        insert(transaction, 1);
        exits[i](transaction);
      }));
    } catch (float) {
    }
    EXPECT_EQ(count(database), 0);
    EXPECT_TRUE(other.transact([](Transaction& transaction) {
      insert(transaction, 7);
      transaction.undo();
    }));
  }
  EXPECT_EQ(database.unclean_returns(), 0);
}

TEST_P(DatabaseDoor, BrokenRuleIsNamedAlike) {
  const ADatabase a(GetParam());
  Database database = a.open();
  make_table(database);
  const auto twice = database.transact([](Transaction& transaction) {
    insert(transaction, 1, "a secret");
    insert(transaction, 1, "a secret");
  });
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().kind, ErrorKind::Constraint);
  EXPECT_EQ(twice.error().constraint, "things.id");
  const auto negative =
      database.transact([](Transaction& transaction) { insert(transaction, -1, "a secret"); });
  ASSERT_FALSE(negative);
  EXPECT_EQ(negative.error().constraint, "things_are_positive");
}

// PostgreSQL puts the values of the row into what it says; none may reach a log.
TEST_P(DatabaseDoor, ErrorsTellNoValues) {
  const ADatabase a(GetParam());
  Database database = a.open();
  make_table(database);
  const std::vector<std::function<void(Transaction&)>> mistakes{
      [](Transaction& transaction) { insert(transaction, 4711471147114711); },
      [](Transaction& transaction) {
        transaction.run("INSERT INTO things (id) VALUES (CAST($1 AS BIGINT))", {"13800138000"});
        transaction.run("INSERT INTO things (id) VALUES (CAST($1 AS BIGINT))", {"13800138000"});
      },
      [](Transaction& transaction) {
        transaction.run("SELECT CAST($1 AS BIGINT) / nowhere", {"13800138000 is no number"});
      },
  };
  ASSERT_TRUE(
      database.transact([](Transaction& transaction) { insert(transaction, 4711471147114711); }));
  for (const auto& mistake : mistakes) {
    const auto failed = database.transact(mistake);
    ASSERT_FALSE(failed);
    const std::string all = failed.error().detail + failed.error().constraint;
    EXPECT_THAT(all, testing::Not(testing::HasSubstr("4711471147114711")));
    EXPECT_THAT(all, testing::Not(testing::HasSubstr("13800138000")));
  }
}

TEST_P(DatabaseDoor, ValuesComeBackAsTheyWent) {
  const ADatabase a(GetParam());
  Database database = a.open();
  make_table(database);
  std::mt19937_64 random(1);
  const auto text = [&] {
    constexpr std::string_view kAlphabet[] = {"a",  "'",  "\"", "\\",   "%", "$1", "?", "公",
                                              "章", "𠮷", "\n", "\x01", "é", " ",  ";", "--"};
    std::string made;
    for (std::size_t i = random() % 12; i > 0; --i) made += kAlphabet[random() % 16];
    return made;
  };
  const auto bytes = [&] {
    std::string made;
    for (std::size_t i = 1 + random() % 64; i > 0; --i) made += static_cast<char>(random());
    return Bytes{made};
  };
  using Three = std::tuple<std::int64_t, std::optional<std::string>, std::optional<Bytes>>;
  std::vector<Three> rows{{0, std::nullopt, std::nullopt},
                          {std::numeric_limits<std::int64_t>::max(), "", Bytes{"\\x00"}}};
  for (int i = 1; i < 2000; ++i) {
    rows.emplace_back(i, random() % 9 ? std::optional(text()) : std::nullopt,
                      random() % 9 ? std::optional(bytes()) : std::nullopt);
  }
  const auto back = database.transact([&](Transaction& transaction) {
    for (const auto& [id, name, blob] : rows) {
      transaction.run("INSERT INTO things (bytes, id, name) VALUES ($3, $1, $2)", {id, name, blob});
    }
    return transaction.rows<std::int64_t, std::optional<std::string>, std::optional<Bytes>>(
        "SELECT id, name, bytes FROM things ORDER BY id");
  });
  ASSERT_TRUE(back) << back.error().detail;
  std::sort(rows.begin(), rows.end(), [](const Three& one, const Three& other) {
    return std::get<0>(one) < std::get<0>(other);
  });
  ASSERT_EQ(back->size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ((*back)[i], rows[i]) << i;
}

// Poco would store NULL for no bytes, and a text cut at its NUL.
TEST_P(DatabaseDoor, WhatWouldComeBackOtherwiseIsRefused) {
  const ADatabase a(GetParam());
  Database database = a.open();
  make_table(database);
  const auto stored = database.transact([](Transaction& transaction) {
    transaction.run("INSERT INTO things (id, name) VALUES ($1, $2)", {1, std::string("a\0b", 3)});
  });
  EXPECT_FALSE(stored);
  EXPECT_FALSE(database.transact([](Transaction& transaction) {
    transaction.run("INSERT INTO things (id, bytes) VALUES ($1, $2)", {1, Bytes{}});
  }));
  EXPECT_EQ(count(database), 0);
}

TEST_P(DatabaseDoor, NullWhereNoneIsExpectedIsAMistake) {
  const ADatabase a(GetParam());
  Database database = a.open();
  const auto read = database.read(
      [](Transaction& transaction) { return transaction.row<std::string>("SELECT NULL"); });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::Ours);
}

TEST_P(DatabaseDoor, WhoFindsNoSessionWaits) {
  const ADatabase a(GetParam());
  Database database = a.open({.sessions = 1, .wait = std::chrono::milliseconds(2000)});
  make_table(database);
  std::atomic<int> good = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&, i] {
      good +=
          database.transact([&](Transaction& transaction) { insert(transaction, i); }).has_value();
    });
  }
  threads.clear();
  EXPECT_EQ(good, 16);
}

TEST_P(DatabaseDoor, WhoWaitsTooLongForASessionIsTold) {
  const ADatabase a(GetParam());
  Database database = a.open({.sessions = 1, .wait = std::chrono::milliseconds(1)});
  make_table(database);
  const auto outer =
      database.read([&](Transaction&) { return database.read([](Transaction&) { return 1; }); });
  ASSERT_TRUE(outer);
  ASSERT_FALSE(*outer);
  EXPECT_EQ(outer->error().kind, ErrorKind::Busy);
}

// Sixteen writers in two programs' worth of sessions: each counts one up a hundred times, and reads
// before it writes. None is told that the database is locked, and no count is lost.
TEST_P(DatabaseDoor, ManyWritersLoseNothing) {
  const ADatabase a(GetParam());
  Database one = a.open({.sessions = 4});
  Database other = a.open({.sessions = 4});
  make_table(one);
  ASSERT_TRUE(one.transact([](Transaction& transaction) { insert(transaction, 0, "0"); }));
  std::atomic<int> failed = 0;
  std::vector<std::jthread> threads;
  for (int writer = 0; writer < 16; ++writer) {
    threads.emplace_back([&, writer] {
      Database& database = writer % 2 == 0 ? one : other;
      for (int i = 0; i < 100; ++i) {
        const auto done = database.transact([](Transaction& transaction) {
          transaction.lock("the counter");
          const auto row = transaction.row<std::string>("SELECT name FROM things WHERE id = 0");
          transaction.run("UPDATE things SET name = $1 WHERE id = 0",
                          {std::to_string(std::stoi(std::get<0>(*row)) + 1)});
        });
        if (!done) {
          ++failed;
          ADD_FAILURE() << done.error().detail;
        }
      }
    });
  }
  threads.clear();
  EXPECT_EQ(failed, 0);
  const auto sum = one.read([](Transaction& transaction) {
    return transaction.row<std::string>("SELECT name FROM things WHERE id = 0");
  });
  EXPECT_EQ(std::get<0>(**sum), "1600");
  EXPECT_EQ(one.unclean_returns() + other.unclean_returns(), 0);
}

TEST_P(DatabaseDoor, ReadersSeeOneMoment) {
  const ADatabase a(GetParam());
  Database database = a.open();
  Database other = a.open();
  make_table(database);
  const auto seen = database.read([&](Transaction& transaction) {
    const auto before = transaction.row<std::int64_t>("SELECT count(*) FROM things");
    EXPECT_TRUE(other.transact([](Transaction& writing) { insert(writing, 1); }));
    return std::pair(before, transaction.row<std::int64_t>("SELECT count(*) FROM things"));
  });
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->first, seen->second);
}

TEST_P(DatabaseDoor, ClockIsTheDatabasesUnlessAnotherIsGiven) {
  const ADatabase a(GetParam());
  Database real = a.open();
  const auto now = real.read([](Transaction& transaction) { return transaction.now_ms(); });
  EXPECT_NEAR(static_cast<double>(*now), static_cast<double>(std::time(nullptr)) * 1000, 5000);
  Database given = a.open({.clock_ms = [] { return std::int64_t{42}; }});
  EXPECT_EQ(*given.read([](Transaction& transaction) { return transaction.now_ms(); }), 42);
}

TEST(DatabaseOpening, PlaceThatIsNoneIsDown) {
  const auto sqlite = Database::open({Backend::Sqlite, "/nowhere/at/all.db"});
  ASSERT_FALSE(sqlite);
  EXPECT_EQ(sqlite.error().kind, ErrorKind::Down);
  const auto postgresql =
      Database::open({Backend::PostgreSql, "host=/nowhere user=x password=geheim dbname=x"});
  ASSERT_FALSE(postgresql);
  EXPECT_EQ(postgresql.error().kind, ErrorKind::Down);
  EXPECT_THAT(postgresql.error().detail, testing::Not(testing::HasSubstr("geheim")));
}

TEST(DatabaseOpening, SqliteIsAsDurableAsItGets) {
  const ADatabase a(Backend::Sqlite);
  Database database = a.open();
  const auto settings = database.read([](Transaction& transaction) {
    return std::tuple(std::get<0>(*transaction.row<std::string>("PRAGMA journal_mode")),
                      std::get<0>(*transaction.row<std::int64_t>("PRAGMA synchronous")),
                      std::get<0>(*transaction.row<std::int64_t>("PRAGMA foreign_keys")));
  });
  EXPECT_EQ(*settings, std::tuple("wal", 2, 1));
}

}  // namespace
}  // namespace vermilion::tests
