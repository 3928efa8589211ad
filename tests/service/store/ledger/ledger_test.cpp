#include "service/store/ledger/ledger.hpp"

#include "tests/service/store/ledger/a_ledger.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;

class Ledger : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Ledger, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST_P(Ledger, EntriesFollowOnEachOther) {
  ALedger a(GetParam());
  a.grow(12);
  const auto entries =
      *a.database.read([](auto& transaction) { return ledger::entries(transaction, 0, 100); });
  ASSERT_EQ(entries.size(), 12u);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(entries[i].number, i + 1);
    EXPECT_EQ(entries[i].previous, i == 0 ? "" : entries[i - 1].hash);
    EXPECT_EQ(entries[i].stream_previous, i < 5 ? "" : entries[i - 5].hash);
    EXPECT_EQ(entries[i].hash, hash_of(entries[i]));
    EXPECT_EQ(entries[i].hash.size(), 64u);
  }
}

// The hash is for ever: this one was worked out by hand with sha256sum.
TEST(LedgerHash, IsOfEverythingInAFixedOrder) {
  ledger::Entry entry;
  entry.number = 2;
  entry.stream = "order/O1";
  entry.position = 1;
  entry.kind = "begun";
  entry.at_s = 7;
  entry.digest = ledger::digest_of("{}");
  entry.previous = "p";
  EXPECT_EQ(entry.digest, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  EXPECT_EQ(ledger::hash_of(entry),
            "2c0262e4e8556191d231ce14b49cb2ceeb56c9db4d20fecb3a8c95b3c2a5868b");
}

TEST_P(Ledger, MayNotBeChangedByMistake) {
  ALedger a(GetParam());
  a.grow(2);
  for (const std::string sql : {"UPDATE ledger SET body = 'x'", "DELETE FROM ledger",
                                "UPDATE ledger SET body = '', at = at + 1"}) {
    EXPECT_FALSE(a.database.transact([&](auto& transaction) { transaction.run(sql); })) << sql;
  }
  EXPECT_FALSE(a.verified().bad);
}

TEST_P(Ledger, ManyWritersMakeOneChain) {
  ALedger a(GetParam());
  std::vector<std::jthread> threads;
  for (int writer = 0; writer < 8; ++writer) {
    threads.emplace_back([&, writer] {
      for (int i = 0; i < 40; ++i) {
        const auto done = a.database.transact([&](auto& transaction) {
          ledger::append(transaction, {"order/W" + std::to_string(writer), "x", "{}", i});
          return ledger::head(transaction);
        });
        ASSERT_TRUE(done) << done.error().detail;
        ASSERT_TRUE(a.marks.note(*done, i));
      }
    });
  }
  threads.clear();
  const auto verified = a.verified();
  EXPECT_FALSE(verified.bad) << text_of(*verified.bad);
  EXPECT_EQ(verified.entries, 320u);
}

}  // namespace
}  // namespace vermilion::tests
