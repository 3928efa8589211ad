#include "service/store/backup/backup.hpp"

#include "service/store/backup/tables.hpp"
#include "service/store/blobs/database_shelf.hpp"
#include "service/store/blobs/folder_shelf.hpp"
#include "service/store/database/migrations.hpp"
#include "service/store/ledger/ledger.hpp"
#include "tests/service/store/a_database.hpp"
#include "tests/service/store/blobs/quick_disk.hpp"
#include "tests/service/store/blobs/rings.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>

namespace vermilion::service::store::backup {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using blobs::BlobId;
using blobs::Blobs;
using blobs::FolderShelf;
using database::Backend;
using database::Database;
using database::Transaction;

constexpr std::chrono::sys_seconds kNow = std::chrono::sys_days(2026y / 11 / 21) + 8h + 15min;

// A database and a shelf, empty at first.
struct Installation {
  explicit Installation(Backend backend, const fs::path& folder)
      : owned(backend),
        database(owned.open()),
        shelf(FolderShelf::open(folder, disk).value()),
        blobs(shelf, blobs::ring_of({1})) {}

  Place place() { return {database, shelf}; }

  tests::ADatabase owned;
  Database database;
  blobs::QuickDisk disk;
  FolderShelf shelf;
  Blobs blobs;
};

class BackupTest : public tests::OnBoth {
 protected:
  void SetUp() override {
    tests::OnBoth::SetUp();
    if (IsSkipped()) return;
    live_ = std::make_unique<Installation>(GetParam(), folder_.path() / "live");
    ASSERT_TRUE(database::migrate(live_->database));
  }

  // A scan is put first, then the entry that names it.
  BlobId append(int number) {
    const std::string scan = fmt::format("scan {}", number);
    const BlobId id = live_->blobs.put(scan).value();
    const auto done = live_->database.transact([&](Transaction& transaction) {
      ledger::append(transaction, {fmt::format("order/O{}", number % 5), "uploaded", id.text(),
                                   1'000'000 + number});
      transaction.run("INSERT INTO callbacks (provider, id, at) VALUES ($1, $2, $3)",
                      {"微信 \"'\\\n", fmt::format("{}", number), number});
    });
    EXPECT_TRUE(done) << done.error().detail;
    return id;
  }

  std::vector<ledger::Entry> entries(Database& database) {
    return database
        .read([](Transaction& transaction) { return ledger::entries(transaction, 0, 100'000); })
        .value();
  }

  Result<Manifest> made(std::chrono::sys_seconds now = kNow) {
    return make(live_->place(), blobs::ring_of({1}), backups_, now);
  }

  tests::TemporaryFolder folder_;
  const fs::path backups_ = folder_.path() / "backups";
  std::unique_ptr<Installation> live_;
};

// From a folder into a database that holds the blobs, too, and back from there.
TEST_P(BackupTest, BlobsMoveIntoTheDatabase) {
  if (GetParam() != Backend::PostgreSql) GTEST_SKIP() << "blobs lie in PostgreSQL only";
  for (int i = 0; i < 7; ++i) append(i);
  const auto manifest = made();
  ASSERT_TRUE(manifest) << manifest.error().what;
  const tests::ADatabase a(Backend::PostgreSql);
  auto database = a.open();
  auto shelf = blobs::DatabaseShelf::open(database).value();
  const auto restored = restore(*manifest, backups_, blobs::ring_of({1}), {database, shelf});
  ASSERT_TRUE(restored) << restored.error().what;
  const blobs::Blobs blobs(shelf, blobs::ring_of({1}));
  for (int i = 0; i < 7; ++i) {
    const std::string scan = fmt::format("scan {}", i);
    EXPECT_EQ(blobs.get(BlobId::of(scan)).value(), scan);
  }
  const auto again = make({database, shelf}, blobs::ring_of({1}), folder_.path() / "again", kNow);
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(again->blobs, 7u);
  EXPECT_EQ(again->head, manifest->head);
}

TEST_P(BackupTest, RestoredIsTheSameOnEitherDatabase) {
  for (int i = 0; i < 25; ++i) append(i);
  const auto manifest = made();
  ASSERT_TRUE(manifest) << manifest.error().what;
  EXPECT_EQ(manifest->blobs, 25u);
  EXPECT_EQ(manifest->head.number, 25u);
  for (const Backend backend : {Backend::Sqlite, Backend::PostgreSql}) {
    Installation fresh(backend, folder_.path() / fmt::format("fresh{}", backend == GetParam()));
    const auto restored = restore(*manifest, backups_, blobs::ring_of({1}), fresh.place());
    ASSERT_TRUE(restored) << restored.error().what;
    EXPECT_EQ(entries(fresh.database), entries(live_->database));
    for (int i = 0; i < 25; ++i) {
      const std::string scan = fmt::format("scan {}", i);
      EXPECT_EQ(fresh.blobs.get(BlobId::of(scan)).value(), scan);
    }
    const auto callbacks = [](Transaction& transaction) {
      return transaction.rows<std::string, std::string, std::int64_t>(
          "SELECT provider, id, at FROM callbacks ORDER BY at");
    };
    EXPECT_EQ(fresh.database.read(callbacks).value(), live_->database.read(callbacks).value());
  }
}

// Whatever the tables of a backup name is in it, however busy everybody is meanwhile.
TEST_P(BackupTest, TakenUnderLoadIsOfOneMoment) {
  std::atomic<bool> done{false};
  std::jthread writer([&] {
    for (int i = 0; !done; ++i) {
      append(i);
      std::this_thread::sleep_for(3ms);
    }
  });
  for (int round = 0; round < 2; ++round) {
    const auto manifest = made(kNow + std::chrono::seconds(round));
    ASSERT_TRUE(manifest) << manifest.error().what;
    Installation fresh(GetParam(), folder_.path() / fmt::format("fresh{}", round));
    const auto restored = restore(*manifest, backups_, blobs::ring_of({1}), fresh.place());
    ASSERT_TRUE(restored) << restored.error().what;
    const auto there = entries(fresh.database);
    EXPECT_EQ(there.size(), manifest->head.number);
    for (const auto& entry : there) {
      EXPECT_TRUE(fresh.blobs.get(*BlobId::parse(entry.body))) << entry.number;
    }
  }
  done = true;
}

TEST_P(BackupTest, ManyPagesComeBackInOrder) {
  const auto filled = live_->database.transact([](Transaction& transaction) {
    for (int i = 0; i < 2 * kPageRows + 7; ++i) {
      transaction.run("INSERT INTO callbacks (provider, id, at) VALUES ($1, $2, $3)",
                      {fmt::format("p{}", i % 3), fmt::format("{}", i), i});
    }
  });
  ASSERT_TRUE(filled);
  const auto manifest = made();
  ASSERT_TRUE(manifest) << manifest.error().what;
  const auto callbacks = std::ranges::find(manifest->tables, "callbacks", &TableCopy::name);
  EXPECT_EQ(callbacks->rows, 2u * kPageRows + 7);
  EXPECT_EQ(callbacks->pages.size(), 3u);
  Installation fresh(GetParam(), folder_.path() / "fresh");
  ASSERT_TRUE(restore(*manifest, backups_, blobs::ring_of({1}), fresh.place()));
  const auto count = fresh.database.read([](Transaction& transaction) {
    return std::get<0>(*transaction.row<std::int64_t>("SELECT count(*) FROM callbacks"));
  });
  EXPECT_EQ(count.value(), 2 * kPageRows + 7);
}

TEST_P(BackupTest, OnlyAnEmptyPlaceIsRestoredInto) {
  append(1);
  const auto manifest = made();
  ASSERT_TRUE(manifest) << manifest.error().what;
  EXPECT_EQ(restore(*manifest, backups_, blobs::ring_of({1}), live_->place()).error().fault,
            Fault::Refused);
  Installation with_a_blob(GetParam(), folder_.path() / "blob");
  ASSERT_TRUE(with_a_blob.blobs.put("already here"));
  EXPECT_EQ(restore(*manifest, backups_, blobs::ring_of({1}), with_a_blob.place()).error().fault,
            Fault::Refused);
}

TEST_P(BackupTest, OfANewerProgramIsRefused) {
  append(1);
  auto manifest = made().value();
  ++manifest.schema;
  Installation fresh(GetParam(), folder_.path() / "fresh");
  EXPECT_EQ(restore(manifest, backups_, blobs::ring_of({1}), fresh.place()).error().fault,
            Fault::Refused);
}

TEST_P(BackupTest, AnotherEndOfTheLedgerIsDamage) {
  append(1);
  auto manifest = made().value();
  ++manifest.head.number;
  Installation fresh(GetParam(), folder_.path() / "fresh");
  EXPECT_EQ(restore(manifest, backups_, blobs::ring_of({1}), fresh.place()).error().fault,
            Fault::Damaged);
}

TEST_P(BackupTest, NoPlainByteInItAndEveryFlippedByteRefused) {
  append(1);
  const auto manifest = made().value();
  int refused = 0;
  for (const auto& entry : fs::recursive_directory_iterator(backups_)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".json") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    const std::string whole = text.str();
    EXPECT_EQ(whole.find("order/O1"), std::string::npos);
    std::string flipped = whole;
    flipped[whole.size() / 2] = static_cast<char>(~flipped[whole.size() / 2]);
    std::ofstream(entry.path(), std::ios::binary) << flipped;
    Installation fresh(Backend::Sqlite, folder_.path() / fmt::format("fresh{}", refused));
    const auto restored = restore(manifest, backups_, blobs::ring_of({1}), fresh.place());
    EXPECT_FALSE(restored) << entry.path();
    std::ofstream(entry.path(), std::ios::binary) << whole;
    ++refused;
  }
  EXPECT_GE(refused, 8);
}

TEST_P(BackupTest, WhatHasNotChangedIsNotKeptTwice) {
  for (int i = 0; i < 20; ++i) append(i);
  const auto first = made().value();
  const auto second = made(kNow + 1h).value();
  EXPECT_EQ(first.tables, second.tables);
  EXPECT_EQ(list(backups_).value(), (std::vector<Manifest>{first, second}));
  EXPECT_EQ(made(kNow).error().fault, Fault::Refused);
}

TEST_P(BackupTest, ForgottenIsGoneAndTheRestRestores) {
  const BlobId erased = append(1);
  ASSERT_TRUE(made());
  append(2);
  ASSERT_TRUE(live_->blobs.erase(erased, std::chrono::sys_seconds::max()));
  const auto second = made(kNow + 1h).value();
  FolderShelf kept = FolderShelf::open(backups_ / "blobs", live_->disk).value();
  EXPECT_TRUE(kept.key(erased)) << "the first backup has it";
  EXPECT_EQ(forget(backups_, blobs::ring_of({1}), kNow + 1h).value(), 1u);
  EXPECT_FALSE(kept.key(erased));
  EXPECT_EQ(list(backups_).value(), std::vector<Manifest>{second});
  Installation fresh(GetParam(), folder_.path() / "fresh");
  EXPECT_TRUE(restore(second, backups_, blobs::ring_of({1}), fresh.place()));
  EXPECT_EQ(entries(fresh.database).size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(, BackupTest, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::store::backup
