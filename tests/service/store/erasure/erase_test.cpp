#include "service/store/erasure/erase.hpp"

#include "service/store/blobs/folder_shelf.hpp"
#include "service/store/erasure/holds.hpp"
#include "service/store/ledger/verify.hpp"
#include "service/store/orders/streams.hpp"
#include "tests/service/store/blobs/quick_disk.hpp"
#include "tests/service/store/blobs/rings.hpp"
#include "tests/service/store/orders/a_world.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace vermilion::service::store::erasure {
namespace {

using namespace std::chrono_literals;
using blobs::BlobId;
using database::Transaction;
using std::chrono::days;
using workflow::Actor;
using workflow::Role;

class EraseTest : public tests::OnBoth {
 protected:
  void SetUp() override {
    tests::OnBoth::SetUp();
    if (!IsSkipped()) store_ = std::make_unique<tests::AStore>(GetParam());
  }

  void say(const std::string& order, const Actor& by, workflow::Body body) {
    const auto answer =
        store_->orders.say(order, {fmt::format("c{}", ++commands_), by, std::move(body)});
    ASSERT_TRUE(answer) << answer.error().detail;
    ASSERT_TRUE(*answer) << "refused";
  }

  // With one scan in it.
  void begin(const std::string& order, const std::string& scan) {
    const Actor applicant{Role::Applicant, "seat-1"};
    workflow::commands::Begin begin;
    begin.order = order;
    begin.organisation = "91360600MA35DEM06M";
    begin.organisation_name = "金丝雀（测试）有限公司";
    begin.project = "yingtan_sunshine";
    begin.variant = "sub";
    begin.agreement = "2026-1";
    begin.scope_acknowledged = true;
    say(order, applicant, begin);
    say(order, applicant,
        workflow::commands::FillForm{{"金丝雀甲", "13800000001"},
                                     {{"金丝雀乙", "13800000002"}, "金丝雀路 1 号"}});
    say(order, {Role::System, "verification"},
        workflow::commands::NoteVerification{order, true, "wechat", "ref"});
    const auto id = blobs_.put(scan);
    ASSERT_TRUE(id);
    say(order, applicant, workflow::commands::UploadDocument{"licence", id->text()});
    finish_jobs();
  }

  void finish_jobs() {
    const auto done = store_->database.transact(
        [](Transaction& transaction) { transaction.run("UPDATE jobs SET state = 'done'"); });
    ASSERT_TRUE(done) << done.error().detail;
  }

  Instant now() const { return Instant(std::chrono::seconds(*store_->now_ms / 1000)) + later_; }

  Erasure erased(const std::string& order, bool at_request) {
    const auto done = erase(store_->orders, blobs_, order, {"asked for", at_request}, now());
    EXPECT_TRUE(done) << done.error().detail;
    return done.value_or(Erasure{});
  }

  std::int64_t rows_with(const std::string& text) {
    const auto count = store_->database.read([&](Transaction& transaction) {
      const std::string like = fmt::format("%{}%", text);
      return std::get<0>(*transaction.row<std::int64_t>(
          "SELECT (SELECT count(*) FROM ledger WHERE body LIKE $1) + "
          "(SELECT count(*) FROM jobs WHERE effect LIKE $1)",
          {like}));
    });
    return count.value();
  }

  // Canaries in the files of SQLite.
  std::size_t traces_in_files() const {
    std::size_t found = 0;
    for (const std::string ending : {"", "-wal"}) {
      std::ifstream in(store_->database.place().where + ending, std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      for (const std::string canary : {"金丝雀", "1380000000"}) {
        const std::string bytes = text.str();
        for (auto at = bytes.find(canary); at != bytes.npos; at = bytes.find(canary, at + 1)) {
          ++found;
        }
      }
    }
    return found;
  }

  tests::TemporaryFolder folder_;
  blobs::QuickDisk disk_;
  blobs::FolderShelf shelf_ = blobs::FolderShelf::open(folder_.path() / "blobs", disk_).value();
  blobs::Blobs blobs_{shelf_, blobs::ring_of({1})};
  std::unique_ptr<tests::AStore> store_;
  // The clock of the store stands still, that of the files does not: this is after both.
  std::chrono::seconds later_ = days{40'000};
  int commands_ = 0;
};

TEST_P(EraseTest, AtRequestNothingIsLeftButHashes) {
  begin("O1", "a scan");
  ASSERT_GT(rows_with("金丝雀"), 0);
  const auto done = erased("O1", true);
  EXPECT_EQ(done.decision.verdict, Verdict::Erase);
  EXPECT_EQ(done.scans, 1u);
  EXPECT_EQ(rows_with("金丝雀"), 0);
  EXPECT_EQ(rows_with("13800000001"), 0);
  EXPECT_EQ(blobs_.get(BlobId::of("a scan")).error().fault, blobs::Fault::Missing);
  EXPECT_TRUE(store_->orders.list({}).value().empty());
  EXPECT_TRUE(store_->orders.history("O1").value().empty());
}

// Neither in the file nor in the log beside it, free pages included.
TEST_P(EraseTest, RewrittenFilesHoldNoTrace) {
  if (GetParam() != database::Backend::Sqlite)
    GTEST_SKIP() << "the files of PostgreSQL are its own";
  for (int i = 0; i < 20; ++i) begin(fmt::format("O{}", i), fmt::format("scan {}", i));
  EXPECT_GT(traces_in_files(), 0u);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(erased(fmt::format("O{}", i), true).scans, 1u);
  ASSERT_TRUE(store_->database.rewrite());
  EXPECT_EQ(traces_in_files(), 0u);
}

TEST_P(EraseTest, DatabaseWorksWhenItWasRewritten) {
  begin("O1", "a scan");
  ASSERT_TRUE(store_->database.rewrite());
  begin("O2", "another");
  EXPECT_EQ(store_->orders.list({}).value().size(), 2u);
}

TEST_P(EraseTest, LedgerVerifiesAndListsAreAsItSays) {
  begin("O1", "a scan");
  begin("O2", "another");
  (void)erased("O1", true);
  const auto verified = ledger::verify(store_->database, {}, "");
  ASSERT_TRUE(verified);
  EXPECT_FALSE(verified->bad);
  EXPECT_TRUE(store_->orders.differences().value().empty());
  EXPECT_EQ(store_->orders.order("O2").value().organisation_name, "金丝雀（测试）有限公司");
}

TEST_P(EraseTest, ScanThatAnotherOrderHasStays) {
  begin("O1", "the same");
  begin("O2", "the same");
  EXPECT_EQ(erased("O1", true).shared, 1u);
  EXPECT_EQ(blobs_.get(BlobId::of("the same")).value(), "the same");
  EXPECT_EQ(erased("O2", true).scans, 1u);
  EXPECT_FALSE(blobs_.get(BlobId::of("the same")));
}

TEST_P(EraseTest, HeldIsRefusedByNameUntilItIsLifted) {
  begin("O1", "a scan");
  const Hold hold{"legal department", "(2026)赣06民初12号", now()};
  ASSERT_TRUE(store_->database.transact(
      [&](Transaction& transaction) { place_hold(transaction, "O1", hold); }));
  const auto refused = erased("O1", true);
  EXPECT_EQ(refused.decision.verdict, Verdict::Held);
  EXPECT_EQ(refused.hold, hold);
  EXPECT_TRUE(blobs_.get(BlobId::of("a scan")));

  const auto lift = [&](const std::string& order) {
    return store_->database
        .transact([&](Transaction& transaction) {
          return lift_hold(transaction, order, "legal department", now());
        })
        .value();
  };
  EXPECT_FALSE(lift("O2"));
  EXPECT_TRUE(lift("O1"));
  EXPECT_FALSE(lift("O1"));
  EXPECT_EQ(erased("O1", true).decision.verdict, Verdict::Erase);
}

TEST_P(EraseTest, ByRuleOnlyOnceItIsDue) {
  begin("O1", "a scan");
  later_ = days{89};
  EXPECT_EQ(erased("O1", false).decision.verdict, Verdict::NotYet);
  EXPECT_TRUE(due(store_->orders, now()).value().empty());
  later_ = days{90};
  EXPECT_THAT(due(store_->orders, now()).value(), testing::ElementsAre("O1"));
  EXPECT_EQ(erased("O1", false).decision.verdict, Verdict::Erase);
  EXPECT_TRUE(due(store_->orders, now()).value().empty());
}

TEST_P(EraseTest, OrderWithSomethingStillToDoIsOpen) {
  begin("O1", "a scan");
  ASSERT_TRUE(store_->database.transact(
      [](Transaction& transaction) { transaction.run("UPDATE jobs SET state = 'waiting'"); }));
  EXPECT_EQ(erased("O1", true).decision.verdict, Verdict::Open);
  EXPECT_TRUE(blobs_.get(BlobId::of("a scan")));
}

TEST_P(EraseTest, UnknownAndErasedBeforeAreSaidToBe) {
  begin("O1", "a scan");
  EXPECT_TRUE(erased("none", true).unknown);
  EXPECT_FALSE(erased("O1", true).unknown);
  EXPECT_TRUE(erased("O1", true).unknown);
}

TEST_P(EraseTest, BlobsThatEntriesNameAreNamed) {
  begin("O1", "a scan");
  const auto named =
      store_->database.read([](Transaction& transaction) { return named_blobs(transaction); });
  EXPECT_EQ(named.value(), std::set<std::string>{BlobId::of("a scan").text()});
}

INSTANTIATE_TEST_SUITE_P(, EraseTest,
                         testing::Values(database::Backend::Sqlite, database::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::store::erasure
