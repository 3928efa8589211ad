#include "service/running/forgetting.hpp"

#include "service/running/alarms.hpp"
#include "service/running/bills.hpp"
#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

#include <atomic>

namespace vermilion::service::running {
namespace {

using std::chrono::days;
using store::database::Transaction;
using tests::ADatabase;
using tests::Backend;

constexpr std::int64_t kBegin_ms = 1'800'000'000'000;

class Forgetting : public tests::OnBoth {
 protected:
  void SetUp() override {
    tests::OnBoth::SetUp();
    if (IsSkipped()) return;
    a_ = std::make_unique<ADatabase>(GetParam());
    store::database::Options options;
    options.clock_ms = [this] { return now_ms_.load(); };
    database_ = std::make_unique<store::database::Database>(a_->migrated(options));
    write_one_of_each();
  }

  void write_one_of_each() {
    ASSERT_TRUE(raise(*database_, {"key", "bill", "", "detail", 0}));
    const auto written = database_->transact([](Transaction& transaction) {
      transaction.run("INSERT INTO codes (effect, url, at) VALUES ('e', 'u', $1)",
                      {transaction.now_ms() / 1000});
      transaction.run(
          "INSERT INTO bills (channel, day, read_at_ms, booked, differences) "
          "VALUES ('wechat', '2027-01-15', $1, '[]', '[]')",
          {transaction.now_ms()});
    });
    ASSERT_TRUE(written) << written.error().detail;
  }

  int forgotten_after(days time) {
    now_ms_ = kBegin_ms + std::chrono::milliseconds(time).count();
    return forget_old(*database_).value_or(-1);
  }

  std::atomic<std::int64_t> now_ms_ = kBegin_ms;
  std::unique_ptr<ADatabase> a_;
  std::unique_ptr<store::database::Database> database_;
};
INSTANTIATE_TEST_SUITE_P(, Forgetting, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

TEST_P(Forgetting, TakesEachOnTheDayAfterItsPeriodAndNotBefore) {
  EXPECT_EQ(forgotten_after(days{30}), 0);
  EXPECT_EQ(forgotten_after(days{31}), 1) << "the code";
  EXPECT_EQ(forgotten_after(days{3 * 366}), 0);
  EXPECT_EQ(alarms(*database_, 10)->size(), 1u);
  EXPECT_EQ(forgotten_after(days{3 * 366 + 1}), 1) << "the alarm";
  EXPECT_EQ(forgotten_after(days{10 * 366}), 0);
  EXPECT_EQ(bills(*database_, 10)->size(), 1u);
  EXPECT_EQ(forgotten_after(days{10 * 366 + 1}), 1) << "the bill";
  EXPECT_THAT(*alarms(*database_, 10), testing::IsEmpty());
  EXPECT_THAT(*bills(*database_, 10), testing::IsEmpty());
}

}  // namespace
}  // namespace vermilion::service::running
