#include "service/store/ledger/verify.hpp"

#include "tests/service/store/ledger/a_ledger.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;
using ledger::Fault;

class Verify : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Verify, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST_P(Verify, HonestLedgerIsWithoutFault) {
  ALedger a(GetParam());
  a.grow(300);
  const auto verified = a.verified();
  EXPECT_FALSE(verified.bad) << text_of(*verified.bad);
  EXPECT_EQ(verified.entries, 300u);
  EXPECT_EQ(verified.reached.number, 300u);
}

TEST_P(Verify, EmptyLedgerIsWithoutFault) {
  ALedger a(GetParam());
  EXPECT_FALSE(a.verified().bad);
}

TEST_P(Verify, GoesOnWhereItWas) {
  ALedger a(GetParam());
  a.grow(50);
  const auto first = a.verified();
  a.grow(7);
  const auto second = a.verified(first.reached);
  EXPECT_FALSE(second.bad) << text_of(*second.bad);
  EXPECT_EQ(second.entries, 7u);
}

struct Tampering {
  std::string name;
  std::vector<std::string> statements;
  std::uint64_t number;
  Fault fault;
};

const std::vector<Tampering>& tamperings() {
  static const std::vector<Tampering> kTamperings{
      {"body", {"UPDATE ledger SET body = '{\"n\":99}' WHERE number = 17"}, 17, Fault::BodyAltered},
      {"body emptied", {"UPDATE ledger SET body = '' WHERE number = 17"}, 17, Fault::BodyGone},
      {"digest", {"UPDATE ledger SET digest = 'x' WHERE number = 17"}, 17, Fault::BodyAltered},
      {"kind", {"UPDATE ledger SET kind = 'undone' WHERE number = 17"}, 17, Fault::EntryAltered},
      {"time", {"UPDATE ledger SET at = at + 1 WHERE number = 17"}, 17, Fault::EntryAltered},
      {"hash", {"UPDATE ledger SET hash = 'x' WHERE number = 17"}, 17, Fault::EntryAltered},
      {"stream",
       {"UPDATE ledger SET stream = 'order/X' WHERE number = 17"},
       17,
       Fault::EntryAltered},
      {"previous", {"UPDATE ledger SET previous = 'x' WHERE number = 17"}, 17, Fault::Moved},
      {"deleted", {"DELETE FROM ledger WHERE number = 17"}, 17, Fault::Missing},
      {"first deleted", {"DELETE FROM ledger WHERE number = 1"}, 1, Fault::Missing},
      {"deleted and closed up",
       {"DELETE FROM ledger WHERE number = 17",
        "UPDATE ledger SET number = -number WHERE number > 17",
        "UPDATE ledger SET number = -number - 1 WHERE number < 0"},
       17,
       Fault::Moved},
      {"swapped",
       {"UPDATE ledger SET number = 0 WHERE number = 17",
        "UPDATE ledger SET number = 17 WHERE number = 18",
        "UPDATE ledger SET number = 18 WHERE number = 0"},
       17,
       Fault::Moved},
      {"hidden before the first",
       {"INSERT INTO ledger SELECT -5, 'order/X', 1, kind, at, body, digest, previous,"
        " stream_previous, hash FROM ledger WHERE number = 17"},
       1,
       Fault::Missing},
      {"inserted at the end",
       {"INSERT INTO ledger SELECT 121, 'order/X', 1, kind, at, body, digest, previous,"
        " stream_previous, hash FROM ledger WHERE number = 17"},
       121,
       Fault::Moved},
      {"last one cut off", {"DELETE FROM ledger WHERE number = 120"}, 120, Fault::CutOff},
      {"end cut off", {"DELETE FROM ledger WHERE number > 60"}, 61, Fault::CutOff},
      {"all gone", {"DELETE FROM ledger"}, 1, Fault::CutOff},
  };
  return kTamperings;
}

TEST_P(Verify, NamesTheFirstBadEntry) {
  for (const Tampering& tampering : tamperings()) {
    SCOPED_TRACE(tampering.name);
    ALedger a(GetParam());
    a.grow(120);
    a.as_owner(tampering.statements);
    const auto verified = a.verified();
    ASSERT_TRUE(verified.bad);
    EXPECT_EQ(verified.bad->number, tampering.number) << text_of(*verified.bad);
    EXPECT_EQ(name_of(verified.bad->fault), name_of(tampering.fault));
  }
}

// Who owns the database can work out every hash anew. The marks remember the old ones.
TEST_P(Verify, LedgerWrittenAnewDoesNotFitItsMarks) {
  ALedger a(GetParam(), {.entries = 10, .time = std::chrono::seconds(60)});
  a.grow(100);
  const auto entries =
      *a.database.read([](auto& transaction) { return ledger::entries(transaction, 0, 1000); });
  a.as_owner({"DELETE FROM ledger WHERE number >= 17"});
  ASSERT_TRUE(a.database.transact([&](auto& transaction) {
    for (const ledger::Entry& entry : entries) {
      if (entry.number < 17) continue;
      const std::string body = entry.number == 17 ? R"({"n":0})" : entry.body;
      ledger::append(transaction, {entry.stream, entry.kind, body, entry.at_s});
    }
  }));
  const auto verified = a.verified();
  ASSERT_TRUE(verified.bad);
  EXPECT_EQ(name_of(verified.bad->fault), name_of(Fault::NotAsMarked));
  EXPECT_GE(verified.bad->number, 17u);
  EXPECT_LT(verified.bad->number, 17u + 10u);  // the next mark is at most so far away
}

TEST_P(Verify, ForgedMarkIsFound) {
  ALedger a(GetParam());
  a.grow(20);
  const std::string file = a.marks.file().string();
  std::fstream marks(file, std::ios::in | std::ios::out | std::ios::binary);
  marks.seekp(19);
  marks.put('9');
  marks.close();
  ASSERT_TRUE(a.verified().bad);
  EXPECT_EQ(name_of(a.verified().bad->fault), name_of(Fault::MarkForged));
}

TEST_P(Verify, MarksOfAnotherKeyAreForged) {
  ALedger a(GetParam());
  a.grow(3);
  const auto stranger = *ledger::Signer::of(std::string(64, '8'));
  const auto verified =
      *ledger::verify(a.database, *ledger::read_marks(a.marks.file()), stranger.public_key());
  ASSERT_TRUE(verified.bad);
  EXPECT_EQ(name_of(verified.bad->fault), name_of(Fault::MarkForged));
}

TEST_P(Verify, AlteredVerifiedEntryIsNotGoneOnFrom) {
  ALedger a(GetParam());
  a.grow(30);
  const auto before = a.verified();
  a.as_owner({"UPDATE ledger SET hash = 'x' WHERE number = 30"});
  ASSERT_TRUE(a.verified(before.reached).bad);
  EXPECT_EQ(name_of(a.verified(before.reached).bad->fault), name_of(Fault::NotAsVerified));
}

TEST_P(Verify, ErasedStreamLeavesItsProof) {
  ALedger a(GetParam());
  a.grow(20);
  const auto verified_before = a.verified();
  ASSERT_TRUE(a.database.transact([](auto& transaction) {
    ledger::erase(transaction, "order/O2", "retention is over", 5000);
  }));
  const auto verified = a.verified();
  EXPECT_FALSE(verified.bad) << text_of(*verified.bad);
  EXPECT_EQ(verified.entries, 21u);
  const auto entries =
      *a.database.read([](auto& transaction) { return ledger::stream(transaction, "order/O2"); });
  EXPECT_THAT(entries.front().body, testing::IsEmpty());
  EXPECT_EQ(entries.back().kind, ledger::kErased);
}

// A copy of the database file of an hour ago, put back.
TEST(VerifySqlite, OlderCopyPutBackIsFound) {
  ALedger a(Backend::Sqlite);
  a.grow(150);
  const std::string file = a.a.place().where;
  ASSERT_TRUE(a.database.read([&](auto&) {}));
  const std::string copy = file + ".copy";
  a.as_owner({});  // commits
  ASSERT_EQ(std::system(("sqlite3 " + file + " '.backup " + copy + "'").c_str()), 0);
  a.grow(1);
  { const Database closed = std::move(a.database); }
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file + ending);
  std::filesystem::copy_file(copy, file);
  a.database = a.a.open();
  const auto verified = a.verified();
  ASSERT_TRUE(verified.bad);
  EXPECT_EQ(verified.bad->number, 151u);
  EXPECT_EQ(name_of(verified.bad->fault), name_of(Fault::CutOff));
}

}  // namespace
}  // namespace vermilion::tests
