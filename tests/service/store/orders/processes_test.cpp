#include "service/store/ledger/verify.hpp"
#include "tests/service/store/orders/a_world.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <thread>

// Several programs at one database, and a database that goes away beneath them.
namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;
using namespace std::chrono_literals;
namespace org = workflow::organisation;

class Programs : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Programs, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

// In a process of its own, which tells by its exit status whether all went well.
pid_t in_a_process(const std::function<void()>& work) {
  std::fflush(nullptr);
  const pid_t process = ::fork();
  if (process != 0) return process;
  work();
  std::fflush(nullptr);
  ::_exit(testing::Test::HasFailure() ? 1 : 0);
}

bool went_well(pid_t process) {
  int status = -1;
  ::waitpid(process, &status, 0);
  return status == 0;
}

// Four programs with two writers each. None is ever told that the database is locked: AWorld fails
// on any error.
TEST_P(Programs, WriteSideBySide) {
  const ADatabase a(GetParam());
  { const Database tables = a.migrated(); }
  std::vector<pid_t> processes;
  for (std::uint64_t program = 0; program < 4; ++program) {
    processes.push_back(in_a_process([&] {
      AStore store(a.place());
      std::vector<std::jthread> writers;
      for (std::uint64_t writer = 1; writer <= 2; ++writer) {
        writers.emplace_back([&store, number = 2 * program + writer] {
          AWorld world(store, number, false);
          for (int step = 0; step < 60; ++step) world.step();
          world.check_at_end();
        });
      }
    }));
  }
  for (const pid_t process : processes) EXPECT_TRUE(went_well(process));

  AStore store(a.place());
  EXPECT_THAT(*store.orders.differences(), testing::IsEmpty());
  const auto verified = ledger::verify(store.database, {}, "");
  ASSERT_TRUE(verified);
  EXPECT_FALSE(verified->bad) << text_of(*verified->bad);
  EXPECT_GT(verified->entries, 100u);
}

// Says a command until the database has answered. Any error but Down is a failure.
void insist(orders::Orders& orders, const std::string& credit_code, const org::Command& command) {
  for (;;) {
    const auto said = orders.say(credit_code, command);
    if (said) {
      ASSERT_TRUE(*said) << name_of(said->error().code);
      return;
    }
    ASSERT_EQ(said.error().kind, database::ErrorKind::Down) << said.error().detail;
    std::this_thread::sleep_for(5ms);
  }
}

// All sessions are cut off again and again while four threads add seats. Whatever was acknowledged
// is there, and nothing is there twice: what may have been committed is said again under its id.
TEST(ProgramsOnPostgreSql, SessionsThatAreCutOffLoseAndDoubleNothing) {
  if (const auto reason = why_no_postgresql(); !reason.empty()) GTEST_SKIP() << reason;
  AStore store(Backend::PostgreSql);
  AWorld world(store, 1);
  constexpr int kWriters = 4;
  constexpr int kSeats = 60;
  std::atomic<int> cut = 0;
  std::jthread cutting([&](const std::stop_token& stop) {
    Database other = *Database::open(store.a->place());
    while (!stop.stop_requested()) {
      const auto done = other.transact([](auto& transaction) {
        return transaction.template rows<std::string>(
            "SELECT CAST(pg_terminate_backend(pid) AS TEXT) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()");
      });
      if (done) cut += static_cast<int>(done->size());
      std::this_thread::sleep_for(25ms);
    }
  });
  std::vector<std::jthread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < kSeats; ++i) {
        const std::string seat = fmt::format("{}-{}", writer, i);
        insist(store.orders, world.organisation(),
               {"add " + seat,
                {workflow::Role::Applicant, "x"},
                org::AddSeat{seat, "张三", "13807010001"}});
      }
    });
  }
  writers.clear();
  cutting = {};
  EXPECT_GT(cut, 20);
  const auto organisation = store.orders.organisation(world.organisation());
  ASSERT_TRUE(organisation);
  EXPECT_EQ(organisation->seats.size(), 1u + kWriters * kSeats);
  EXPECT_EQ(organisation->version, 3u + kWriters * kSeats);
  const auto verified = ledger::verify(store.database, {}, "");
  EXPECT_FALSE(verified->bad) << text_of(*verified->bad);
  EXPECT_EQ(store.database.unclean_returns(), 0);
}

}  // namespace
}  // namespace vermilion::tests
