#include "service/store/blobs/shelf.hpp"

#include "service/store/blobs/database_shelf.hpp"
#include "service/store/blobs/folder_shelf.hpp"
#include "tests/service/store/a_database.hpp"
#include "tests/service/store/blobs/quick_disk.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <functional>
#include <memory>
#include <ostream>
#include <thread>

// What every shelf promises, wherever it keeps things.
namespace vermilion::service::store::blobs {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_seconds;

struct Kind {
  std::string name;
  std::function<std::unique_ptr<Shelf>(const std::filesystem::path& folder)> make;

  friend std::ostream& operator<<(std::ostream& out, const Kind& kind) { return out << kind.name; }
};

Disk& quick_disk() {
  static QuickDisk disk;
  return disk;
}

// A database for each test, opened anew whenever a shelf is.
class InPostgreSql {
 public:
  std::unique_ptr<Shelf> shelf(const std::filesystem::path& folder) {
    if (folder_ != folder) made_ = std::make_unique<tests::ADatabase>(tests::Backend::PostgreSql);
    folder_ = folder;
    database_ = std::make_unique<database::Database>(made_->open());
    return std::make_unique<DatabaseShelf>(DatabaseShelf::open(*database_).value());
  }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<tests::ADatabase> made_;
  std::unique_ptr<database::Database> database_;
};

const std::vector<Kind> kKinds{
    {"folder",
     [](const std::filesystem::path& folder) -> std::unique_ptr<Shelf> {
       return std::make_unique<FolderShelf>(FolderShelf::open(folder, quick_disk()).value());
     }},
    {"PostgreSQL", [](const std::filesystem::path& folder) -> std::unique_ptr<Shelf> {
       static InPostgreSql databases;
       return databases.shelf(folder);
     }}};

sys_seconds in_an_hour() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + 1h;
}

class EveryShelf : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    const auto reason = GetParam().name == "PostgreSQL" ? tests::why_no_postgresql() : "";
    if (!reason.empty()) GTEST_SKIP() << reason;
    shelf_ = GetParam().make(folder_.path() / "blobs");
  }

  tests::TemporaryFolder folder_;
  std::unique_ptr<Shelf> shelf_;
  const BlobId id_ = BlobId::of("one");
  const std::optional<std::string> nothing_;
};

TEST_P(EveryShelf, WhatWasKeptIsThere) {
  const std::string key("\0key\xff", 5);
  const std::string content("\0content\n\xff", 10);
  EXPECT_TRUE(shelf_->keep(id_, nothing_, key, content).value());
  EXPECT_EQ(shelf_->key(id_).value(), key);
  EXPECT_EQ(shelf_->content(id_).value(), content);
  EXPECT_THAT(shelf_->ids().value(), testing::ElementsAre(id_));
}

TEST_P(EveryShelf, WhatWasNotIsMissing) {
  EXPECT_EQ(shelf_->key(id_).error().fault, Fault::Missing);
  EXPECT_EQ(shelf_->content(id_).error().fault, Fault::Missing);
  EXPECT_TRUE(shelf_->ids().value().empty());
}

TEST_P(EveryShelf, WhoExpectsSomethingElseChangesNothing) {
  ASSERT_TRUE(shelf_->keep(id_, nothing_, "key", "content").value());
  EXPECT_FALSE(shelf_->keep(id_, nothing_, "k", "c").value());
  EXPECT_FALSE(shelf_->keep(id_, "kex", "k", "c").value());
  EXPECT_FALSE(shelf_->exchange_key(id_, "kex", "k").value());
  EXPECT_FALSE(shelf_->exchange_key(BlobId::of("two"), "key", "k").value());
  EXPECT_EQ(shelf_->key(id_).value(), "key");
  EXPECT_EQ(shelf_->content(id_).value(), "content");
}

TEST_P(EveryShelf, WhoExpectsRightlyChanges) {
  ASSERT_TRUE(shelf_->keep(id_, nothing_, "key", "content").value());
  EXPECT_TRUE(shelf_->exchange_key(id_, "key", "new").value());
  EXPECT_EQ(shelf_->content(id_).value(), "content");
  EXPECT_TRUE(shelf_->keep(id_, "new", "newer", "more").value());
  EXPECT_EQ(shelf_->key(id_).value(), "newer");
  EXPECT_EQ(shelf_->content(id_).value(), "more");
}

TEST_P(EveryShelf, DestroyedIsGoneAndMayBeKeptAgain) {
  ASSERT_TRUE(shelf_->keep(id_, nothing_, "key", "content").value());
  EXPECT_TRUE(shelf_->destroy(id_, in_an_hour()).value());
  EXPECT_EQ(shelf_->key(id_).error().fault, Fault::Missing);
  EXPECT_EQ(shelf_->content(id_).error().fault, Fault::Missing);
  EXPECT_TRUE(shelf_->ids().value().empty());
  EXPECT_TRUE(shelf_->destroy(id_, in_an_hour()).value());
  EXPECT_TRUE(shelf_->keep(id_, nothing_, "key 2", "content 2").value());
}

TEST_P(EveryShelf, KeptSinceIsNotDestroyed) {
  ASSERT_TRUE(shelf_->keep(id_, nothing_, "key", "content").value());
  EXPECT_FALSE(shelf_->destroy(id_, in_an_hour() - 2h).value());
  EXPECT_EQ(shelf_->key(id_).value(), "key");
}

TEST_P(EveryShelf, IdsAreSorted) {
  std::vector<BlobId> ids;
  for (int i = 0; i < 40; ++i) {
    ids.push_back(BlobId::of(std::to_string(i)));
    ASSERT_TRUE(shelf_->keep(ids.back(), nothing_, "key", "content").value());
  }
  std::ranges::sort(ids);
  EXPECT_EQ(shelf_->ids().value(), ids);
}

// Whoever is second finds another key than he expects.
TEST_P(EveryShelf, IsKeptOnceByManyAtOnce) {
  std::atomic<int> kept = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      const auto done = shelf_->keep(id_, nothing_, "key " + std::to_string(i), "content");
      kept += done.value() ? 1 : 0;
    });
  }
  threads.clear();
  EXPECT_EQ(kept, 1);
}

TEST_P(EveryShelf, OutlivesItsProcess) {
  ASSERT_TRUE(shelf_->keep(id_, nothing_, "key", "content").value());
  shelf_ = GetParam().make(folder_.path() / "blobs");
  EXPECT_EQ(shelf_->content(id_).value(), "content");
}

INSTANTIATE_TEST_SUITE_P(, EveryShelf, testing::ValuesIn(kKinds),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace
}  // namespace vermilion::service::store::blobs
