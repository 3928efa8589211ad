#include "service/running/rounds.hpp"

#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace vermilion::service::running {
namespace {

using namespace std::chrono_literals;
using tests::ADatabase;
using tests::Backend;

void ignore(const std::string&, const std::string&) {}

Round counting(std::atomic<int>& count, std::chrono::milliseconds every) {
  return {"count", every, [&](const std::stop_token&) {
            ++count;
            return tl::expected<void, std::string>();
          }};
}

// As long as a loaded machine may need.
bool comes(const std::function<bool()>& it) {
  for (int i = 0; i < 500 && !it(); ++i) std::this_thread::sleep_for(10ms);
  return it();
}

class OnRounds : public tests::OnBoth {};
INSTANTIATE_TEST_SUITE_P(Rounds, OnRounds, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

TEST_P(OnRounds, AreWalkedTimeAndAgain) {
  const ADatabase a(GetParam());
  auto database = a.migrated();
  std::atomic<int> count = 0;
  const Rounds rounds(database, {counting(count, 20ms)}, ignore);
  EXPECT_TRUE(comes([&] { return count >= 3; }));
}

TEST_P(OnRounds, AreWalkedByOneOfThoseWhoShareTheDatabase) {
  const ADatabase a(GetParam());
  auto one = a.migrated();
  auto other = a.open();
  std::atomic<int> count = 0;
  {
    const Rounds first(one, {counting(count, 1h)}, ignore);
    const Rounds second(other, {counting(count, 1h)}, ignore);
    EXPECT_TRUE(comes([&] { return count == 1; }));
    std::this_thread::sleep_for(50ms);
  }
  const Rounds after_a_restart(one, {counting(count, 1h)}, ignore);
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(count, 1);
}

TEST(Rounds, SayWhatTheyCouldNotDoAndGoOn) {
  const ADatabase a(Backend::Sqlite);
  auto database = a.migrated();
  std::atomic<int> walked = 0;
  std::atomic<int> complaints = 0;
  const Round failing{"fail", 10ms, [&](const std::stop_token&) -> tl::expected<void, std::string> {
                        if (++walked % 2 == 0) throw std::runtime_error("thrown");
                        return tl::unexpected(std::string("said"));
                      }};
  const Rounds rounds(database, {failing}, [&](const std::string& round, const std::string& what) {
    EXPECT_EQ(round, "fail");
    EXPECT_THAT(what, testing::AnyOf("said", "thrown"));
    ++complaints;
  });
  EXPECT_TRUE(comes([&] { return complaints >= 4; }));
}

TEST(Rounds, EndSoonWhenAskedTo) {
  const ADatabase a(Backend::Sqlite);
  auto database = a.migrated();
  std::atomic<bool> is_walking = false;
  const Round slow{"slow", 1h, [&](const std::stop_token& stop) {
                     is_walking = true;
                     while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
                     return tl::expected<void, std::string>();
                   }};
  Rounds rounds(database, {slow}, ignore);
  ASSERT_TRUE(comes([&] { return is_walking.load(); }));
  const auto begun = std::chrono::steady_clock::now();
  rounds.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

}  // namespace
}  // namespace vermilion::service::running
