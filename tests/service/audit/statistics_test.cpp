#include "service/audit/statistics.hpp"

#include "tests/service/review/a_desk.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::audit {
namespace {

using namespace std::chrono_literals;
using tests::ADesk;
using tests::Backend;

class Statistics : public tests::OnBoth {
 protected:
  static std::vector<Day> days(ADesk& a, int days) {
    return a.store.database
        .read([&](store::database::Transaction& transaction) {
          return statistics(transaction, days, transaction.now_ms() / 1000);
        })
        .value();
  }
  static void approve(ADesk& a, const std::string& order) {
    ASSERT_EQ(a.desk.claim_next("r1").value(), order);
    const auto shown = a.desk.look(order, "r1").value();
    ASSERT_TRUE(a.desk.decide(order, "r1", ADesk::accepting(shown)));
  }
};

TEST_P(Statistics, CountByDaysOfBeijing) {
  ADesk a(GetParam());  // begins on 9 March 2026, 10:00
  a.submit("O1");
  a.store.wait(2h);
  approve(a, "O1");
  a.submit("O2");
  a.store.wait(12h);  // midnight in Beijing, an afternoon in UTC
  approve(a, "O2");
  const auto all = days(a, 3);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].date, "2026-03-10");
  EXPECT_EQ(all[1].date, "2026-03-09");
  EXPECT_EQ(all[0].submitted, 0);
  EXPECT_EQ(all[0].approved, 1);
  EXPECT_EQ(all[0].waited_median_s, 12 * 3600);
  EXPECT_EQ(all[1].begun, 2);
  EXPECT_EQ(all[1].submitted, 2);
  EXPECT_EQ(all[1].approved, 1);
  EXPECT_EQ(all[1].waited_median_s, 2 * 3600);
  EXPECT_EQ(all[1].verdicts.at("accept"), 4);
  EXPECT_FALSE(all[2].waited_longest_s);
}

INSTANTIATE_TEST_SUITE_P(, Statistics, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::audit
