#include "service/store/blobs/folder_shelf.hpp"

#include "service/store/blobs/blobs.hpp"
#include "tests/service/store/blobs/quick_disk.hpp"
#include "tests/service/store/blobs/rings.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

namespace vermilion::service::store::blobs {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

// Lets the n-th call that changes something fail, and remembers in which order they came.
class FailingDisk final : public QuickDisk {
 public:
  void fail_at(int call, int error) {
    left_ = call;
    error_ = error;
    calls.clear();
  }

  DiskResult<Descriptor> create(const std::string& file) override {
    if (const auto error = next("create")) return tl::unexpected(*error);
    return Disk::create(file);
  }
  // Half of the bytes arrive: a full disk takes what fits.
  DiskResult<void> write(const Descriptor& open, std::string_view bytes) override {
    if (const auto error = next("write")) {
      (void)Disk::write(open, bytes.substr(0, bytes.size() / 2));
      return tl::unexpected(*error);
    }
    return Disk::write(open, bytes);
  }
  DiskResult<void> sync(const Descriptor& open) override {
    struct stat status {};
    fstat(open.get(), &status);
    const auto error = next(S_ISDIR(status.st_mode) ? "sync folder" : "sync");
    if (error) return tl::unexpected(*error);
    return QuickDisk::sync(open);
  }
  DiskResult<void> rename(const std::string& from, const std::string& to) override {
    if (const auto error = next("rename")) return tl::unexpected(*error);
    return Disk::rename(from, to);
  }
  DiskResult<void> remove(const std::string& file) override {
    if (const auto error = next("remove")) return tl::unexpected(*error);
    return Disk::remove(file);
  }

  std::vector<std::string> calls;

 private:
  std::optional<std::error_code> next(const std::string& call) {
    calls.push_back(call);
    if (left_ < 0 || left_-- > 0) return std::nullopt;
    return std::error_code(error_, std::generic_category());
  }

  int left_ = -1;
  int error_ = 0;
};

class FolderShelfTest : public testing::Test {
 protected:
  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(root_)) {
      if (entry.is_regular_file()) found.push_back(entry.path());
    }
    return found;
  }

  tests::TemporaryFolder folder_;
  const fs::path root_ = folder_.path() / "blobs";
  FailingDisk disk_;
  FolderShelf shelf_ = FolderShelf::open(root_, disk_).value();
  Blobs blobs_{shelf_, ring_of({1})};
};

TEST_F(FolderShelfTest, WrittenSyncedRenamedAndTheFolderSynced) {
  disk_.calls.clear();
  ASSERT_TRUE(blobs_.put("bytes"));
  EXPECT_THAT(disk_.calls, testing::ElementsAre("create", "write", "sync", "rename",  // content
                                                "create", "write", "sync", "rename",  // key
                                                "sync folder", "sync folder"));
}

TEST_F(FolderShelfTest, KeptAgainNothingOldIsReliedOn) {
  ASSERT_TRUE(blobs_.put("bytes"));
  disk_.calls.clear();
  ASSERT_TRUE(blobs_.put("bytes"));
  EXPECT_EQ(disk_.calls.size(), 10u);
  EXPECT_EQ(disk_.calls.back(), "sync folder");
}

// Whatever refuses, whichever call it is: no acknowledgement, no half blob, no leftover that is
// taken for one; and it works again as soon as the disk does.
TEST_F(FolderShelfTest, NothingIsAcknowledgedThatFailedAnywhere) {
  int tried = 0;
  for (const int error : {EIO, ENOSPC, EROFS, EDQUOT}) {
    for (int call = 0; call < 10; ++call, ++tried) {
      const std::string bytes = "bytes " + std::to_string(tried);
      disk_.fail_at(call, error);
      const auto put = blobs_.put(bytes);
      ASSERT_FALSE(put) << disk_.calls.back();
      const bool full = error == ENOSPC || error == EDQUOT;
      EXPECT_EQ(put.error().fault, full ? Fault::NoSpace : Fault::Unavailable);

      const auto got = blobs_.get(BlobId::of(bytes));
      if (got) {
        EXPECT_EQ(*got, bytes);
      } else {
        EXPECT_EQ(got.error().fault, Fault::Missing);
      }
      disk_.fail_at(-1, 0);
      EXPECT_TRUE(blobs_.put(bytes));
      EXPECT_EQ(blobs_.get(BlobId::of(bytes)).value(), bytes);
    }
  }
  EXPECT_EQ(tried, 40);
}

TEST_F(FolderShelfTest, FailureWhileKeptAgainTakesNothingAway) {
  const BlobId id = blobs_.put("bytes").value();
  for (int call = 0; call < 10; ++call) {
    disk_.fail_at(call, EIO);
    EXPECT_FALSE(blobs_.put("bytes"));
    EXPECT_EQ(blobs_.get(id).value(), "bytes") << call;
  }
}

TEST_F(FolderShelfTest, PartsOfBrokenOffWritingAreNoBlobsAndAreTidied) {
  disk_.fail_at(1, ENOSPC);
  EXPECT_FALSE(blobs_.put("bytes"));
  EXPECT_TRUE(files().empty());

  fs::create_directories(root_ / "ab");
  std::ofstream(root_ / "ab" / "left.part") << "half";
  EXPECT_TRUE(shelf_.ids().value().empty());
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  EXPECT_EQ(shelf_.tidy(now - 1h).value(), 0u);
  EXPECT_EQ(shelf_.tidy(now + 1h).value(), 1u);
  EXPECT_TRUE(files().empty());
}

TEST_F(FolderShelfTest, ErasureThatFailsIsReportedAndCanBeRepeated) {
  const auto soon = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + 1h;
  for (int call = 0; call < 5; ++call) {
    const BlobId id = blobs_.put("bytes").value();
    disk_.fail_at(call, EIO);
    EXPECT_FALSE(blobs_.erase(id, soon)) << call;
    disk_.fail_at(-1, 0);
    EXPECT_TRUE(blobs_.erase(id, soon).value());
    EXPECT_TRUE(files().empty()) << call;
  }
}

TEST_F(FolderShelfTest, NobodyElseMayReadIt) {
  ASSERT_TRUE(blobs_.put("bytes"));
  EXPECT_EQ(fs::status(files()[0].parent_path()).permissions(), fs::perms::owner_all);
  for (const fs::path& file : files()) {
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  }
}

TEST(FolderShelf, PlaceThatCannotBeMadeIsRefused) {
  const tests::TemporaryFolder folder;
  Disk disk;
  const std::string file = folder.write("file", "in the way");
  EXPECT_FALSE(FolderShelf::open(fs::path(file) / "blobs", disk));
}

}  // namespace
}  // namespace vermilion::service::store::blobs
