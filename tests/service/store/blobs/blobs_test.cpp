#include "service/store/blobs/blobs.hpp"

#include "service/store/blobs/folder_shelf.hpp"
#include "tests/service/store/blobs/quick_disk.hpp"
#include "tests/service/store/blobs/rings.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

namespace vermilion::service::store::blobs {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write(const fs::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// The begin of a JPEG, a PNG and a BMP, and pixels one would know again.
std::string picture(std::string_view magic, std::size_t bytes) {
  std::string pixels(magic);
  while (pixels.size() < bytes) pixels += "CANARY-PIXEL";
  return pixels;
}

class BlobsTest : public testing::Test {
 protected:
  fs::path file(const BlobId& id, std::string_view ending) const {
    return root_ / id.text().substr(0, 2) / fmt::format("{}.{}", id.text(), ending);
  }
  Blobs with(std::initializer_list<int> keys) { return Blobs(shelf_, ring_of(keys)); }

  tests::TemporaryFolder folder_;
  const fs::path root_ = folder_.path() / "blobs";
  QuickDisk disk_;
  FolderShelf shelf_ = FolderShelf::open(root_, disk_).value();
  Blobs blobs_{shelf_, ring_of({1})};
};

TEST_F(BlobsTest, WhatWasPutIsGot) {
  for (const std::size_t size : {0, 1, 31, 4096, 1 << 20}) {
    const std::string bytes = picture("\xff\xd8\xff\xe0", size).substr(0, size);
    const auto id = blobs_.put(bytes);
    ASSERT_TRUE(id) << id.error().what;
    EXPECT_EQ(*id, BlobId::of(bytes));
    EXPECT_EQ(blobs_.get(*id).value(), bytes);
  }
  EXPECT_EQ(blobs_.get(BlobId::of("never put")).error().fault, Fault::Missing);
}

TEST_F(BlobsTest, SameBytesAreKeptOnce) {
  const BlobId id = blobs_.put("scan").value();
  EXPECT_EQ(blobs_.put("scan").value(), id);
  EXPECT_EQ(shelf_.ids().value().size(), 1u);
}

TEST_F(BlobsTest, TooLargeIsRefused) {
  EXPECT_EQ(blobs_.put(std::string(kBlobBytesMax + 1, 'x')).error().fault, Fault::TooLarge);
  EXPECT_TRUE(shelf_.ids().value().empty());
}

TEST_F(BlobsTest, FolderHoldsNoPlainByte) {
  const std::string_view magics[] = {"\xff\xd8\xff\xe0", "\x89PNG\r\n\x1a\n", "BM\x36\x84\x03"};
  for (const auto magic : magics) ASSERT_TRUE(blobs_.put(picture(magic, 300'000)));
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root_)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const std::string bytes = text_of(entry.path());
    for (const auto magic : magics) EXPECT_EQ(bytes.find(magic), std::string::npos);
    EXPECT_EQ(bytes.find("CANARY"), std::string::npos);
  }
  EXPECT_EQ(files, 6);
}

TEST_F(BlobsTest, EveryFlippedByteIsRefused) {
  const BlobId id = blobs_.put("a scan of a few bytes").value();
  int flipped = 0;
  for (const auto* ending : {"key", "sealed"}) {
    const std::string whole = text_of(file(id, ending));
    for (std::size_t i = 0; i < whole.size(); ++i, ++flipped) {
      std::string bytes = whole;
      bytes[i] = static_cast<char>(~bytes[i]);
      write(file(id, ending), bytes);
      EXPECT_FALSE(blobs_.get(id)) << ending << ' ' << i;
    }
    write(file(id, ending), whole);
  }
  EXPECT_TRUE(blobs_.get(id));
  EXPECT_EQ(flipped, 81 + 69);
}

TEST_F(BlobsTest, CutAndLengthenedAreRefused) {
  const BlobId id = blobs_.put("a scan of a few bytes").value();
  for (const auto* ending : {"key", "sealed"}) {
    const std::string whole = text_of(file(id, ending));
    for (std::size_t length = 0; length < whole.size(); ++length) {
      write(file(id, ending), whole.substr(0, length));
      EXPECT_FALSE(blobs_.get(id)) << ending << ' ' << length;
    }
    write(file(id, ending), whole + "x");
    EXPECT_FALSE(blobs_.get(id)) << ending;
    write(file(id, ending), whole);
  }
}

TEST_F(BlobsTest, SwappedAreRefused) {
  const BlobId a = blobs_.put("scan of A").value();
  const BlobId b = blobs_.put("scan of B").value();
  fs::rename(file(a, "sealed"), root_ / "swap");
  fs::rename(file(b, "sealed"), file(a, "sealed"));
  fs::rename(root_ / "swap", file(b, "sealed"));
  EXPECT_FALSE(blobs_.get(a));
  EXPECT_FALSE(blobs_.get(b));
  // With its key it opens under its own name only.
  fs::copy_file(file(b, "key"), file(a, "key"), fs::copy_options::overwrite_existing);
  EXPECT_FALSE(blobs_.get(a));
}

TEST_F(BlobsTest, OlderVersionsAreRefused) {
  Blobs old = with({1});
  const BlobId id = old.put("scan").value();
  const std::string old_key = text_of(file(id, "key"));
  const std::string old_content = text_of(file(id, "sealed"));
  ASSERT_TRUE(old.erase(id, now() + 1h).value());
  Blobs changed = with({2});
  ASSERT_TRUE(changed.put("scan"));
  const std::string new_content = text_of(file(id, "sealed"));

  write(file(id, "sealed"), old_content);
  EXPECT_EQ(changed.get(id).error().fault, Fault::Damaged);
  write(file(id, "key"), old_key);
  EXPECT_EQ(changed.get(id).error().fault, Fault::KeyUnknown);
  write(file(id, "sealed"), new_content);
  EXPECT_EQ(changed.get(id).error().fault, Fault::KeyUnknown);
}

TEST_F(BlobsTest, DamagedIsWholeAgainAfterItIsPutAgain) {
  const BlobId id = blobs_.put("scan").value();
  for (const auto* ending : {"key", "sealed"}) {
    write(file(id, ending), "rubbish");
    ASSERT_FALSE(blobs_.get(id));
    ASSERT_TRUE(blobs_.put("scan"));
    EXPECT_EQ(blobs_.get(id).value(), "scan");
  }
}

// A key file with the wrong keys is a mistake of the operator, not damage to be repaired.
TEST_F(BlobsTest, BlobOfAnotherKeyIsNotReplaced) {
  const BlobId id = blobs_.put("scan").value();
  EXPECT_EQ(with({2}).put("scan").error().fault, Fault::KeyUnknown);
  EXPECT_EQ(blobs_.get(id).value(), "scan");
}

TEST_F(BlobsTest, ErasedIsGoneAlsoForWhoKeptTheContent) {
  const BlobId id = blobs_.put("scan").value();
  const std::string content = text_of(file(id, "sealed"));
  ASSERT_TRUE(blobs_.erase(id, now() + 1h).value());
  write(file(id, "sealed"), content);
  EXPECT_EQ(blobs_.get(id).error().fault, Fault::Missing);
}

TEST_F(BlobsTest, PutSinceIsNotErased) {
  const BlobId id = blobs_.put("scan").value();
  EXPECT_FALSE(blobs_.erase(id, now() - 1h).value());
  EXPECT_EQ(blobs_.get(id).value(), "scan");
}

TEST_F(BlobsTest, SweepTakesWhatNobodyNeedsAndIsOld) {
  const BlobId needed = blobs_.put("needed").value();
  const BlobId orphan = blobs_.put("orphan").value();
  const auto is_needed = [&](const BlobId& id) { return id == needed; };
  EXPECT_EQ(blobs_.sweep(is_needed, now() - 1h).value().blobs, 0u);
  EXPECT_EQ(blobs_.sweep(is_needed, now() + 1h).value().blobs, 1u);
  EXPECT_EQ(blobs_.get(orphan).error().fault, Fault::Missing);
  EXPECT_EQ(blobs_.get(needed).value(), "needed");
}

TEST_F(BlobsTest, CopyTakesWhatIsLackingStillSealed) {
  const BlobId a = blobs_.put("A").value();
  const BlobId b = blobs_.put("B").value();
  FolderShelf other = FolderShelf::open(folder_.path() / "copy", disk_).value();
  EXPECT_EQ(copy(shelf_, other).value(), 2u);
  EXPECT_EQ(copy(shelf_, other).value(), 0u);
  ASSERT_TRUE(blobs_.put("C"));
  EXPECT_EQ(copy(shelf_, other).value(), 1u);
  EXPECT_EQ(Blobs(other, ring_of({1})).get(a).value(), "A");
  EXPECT_FALSE(Blobs(other, ring_of({2})).get(b));
}

// Writers of the same few blobs, and one who erases them: what a put acknowledged after the last
// erasure is there, and nobody ever reads anything else.
TEST_F(BlobsTest, ManyAtOnceNeverReadOtherBytes) {
  constexpr int kRounds = 60;
  std::atomic<int> wrong{0};
  const auto work = [&](unsigned seed) {
    std::mt19937 random(seed);
    for (int i = 0; i < kRounds; ++i) {
      const std::string bytes = fmt::format("scan {}", random() % 4);
      const auto id = blobs_.put(bytes);
      if (!id) ++wrong;
      const auto got = blobs_.get(BlobId::of(bytes));
      if (got && *got != bytes) ++wrong;
      if (random() % 3 == 0) (void)blobs_.erase(BlobId::of(bytes), now() + 1h);
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < 6; ++i) threads.emplace_back(work, i);
  threads.clear();
  EXPECT_EQ(wrong, 0);
  for (int i = 0; i < 4; ++i) {
    const std::string bytes = fmt::format("scan {}", i);
    const BlobId id = blobs_.put(bytes).value();
    EXPECT_EQ(blobs_.get(id).value(), bytes);
  }
}

// VERMILION_ROTATED_BLOBS says how many; ten thousand take a while.
std::size_t rotated_blobs() {
  const char* set = std::getenv("VERMILION_ROTATED_BLOBS");
  return set == nullptr ? 300 : std::strtoul(set, nullptr, 10);
}

class RotationTest : public BlobsTest {
 protected:
  void fill() {
    for (std::size_t i = 0; i < rotated_blobs(); ++i) {
      ids_.push_back(blobs_.put(fmt::format("scan {}", i)).value());
    }
  }

  // A process that rotates until it is killed.
  void rotate_and_kill(std::chrono::microseconds after) {
    const pid_t child = fork();
    if (child == 0) {
      (void)with({2, 1}).rotate();
      _exit(0);
    }
    std::this_thread::sleep_for(after);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
  }

  std::size_t unreadable(const Blobs& blobs) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(ids_, [&](const BlobId& id) { return !blobs.get(id); }));
  }

  std::vector<BlobId> ids_;
};

TEST_F(RotationTest, KilledAgainAndAgainItResumesAndEveryReadWorks) {
  fill();
  std::mt19937 random(1);
  for (int i = 0; i < 12; ++i) {
    rotate_and_kill(std::chrono::microseconds(random() % (100 * ids_.size())));
    EXPECT_EQ(unreadable(with({2, 1})), 0u);
  }
  const auto rest = with({2, 1}).rotate();
  ASSERT_TRUE(rest);
  EXPECT_TRUE(rest->failures.empty());
  EXPECT_EQ(rest->rewrapped + rest->already, ids_.size());
  EXPECT_GT(rest->already, 0u) << "no round got anywhere: the test shows nothing";
  EXPECT_EQ(unreadable(with({2})), 0u);
  EXPECT_EQ(unreadable(with({1})), ids_.size());
}

TEST_F(RotationTest, ReadersNoticeNothing) {
  fill();
  Blobs both = with({2, 1});
  std::atomic<bool> done{false};
  std::atomic<std::size_t> reads{0};
  std::atomic<std::size_t> failed{0};
  std::jthread reader([&] {
    for (std::size_t i = 0; !done; i = (i + 7) % ids_.size()) {
      ++reads;
      if (!both.get(ids_[i])) ++failed;
    }
  });
  const auto rotated = both.rotate();
  done = true;
  reader.join();
  EXPECT_EQ(rotated.value().rewrapped, ids_.size());
  EXPECT_GT(reads, 100u);
  EXPECT_EQ(failed, 0u);
}

TEST_F(RotationTest, DamagedBlobIsNamedAndTheOthersGoOn) {
  const BlobId damaged = blobs_.put("A").value();
  ASSERT_TRUE(blobs_.put("B"));
  write(file(damaged, "key"), "rubbish");
  const auto rotated = with({2, 1}).rotate();
  ASSERT_EQ(rotated.value().failures.size(), 1u);
  EXPECT_THAT(rotated->failures[0].what, testing::HasSubstr(damaged.text()));
  EXPECT_EQ(rotated->rewrapped, 1u);
}

// Puts until it is killed, and tells by a pipe what was acknowledged.
std::vector<int> acknowledged_before_kill(Blobs& blobs, int round,
                                          std::chrono::microseconds after) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    for (int i = 0; blobs.put(fmt::format("round {} scan {}", round, i)); ++i) {
      if (::write(ends[1], &i, sizeof i) < 0) break;
    }
    _exit(0);
  }
  close(ends[1]);
  std::this_thread::sleep_for(after);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  std::vector<int> acknowledged;
  for (int i = 0; read(ends[0], &i, sizeof i) == sizeof i;) acknowledged.push_back(i);
  close(ends[0]);
  return acknowledged;
}

TEST_F(BlobsTest, KilledWhilePuttingEverythingAcknowledgedIsThere) {
  std::mt19937 random(2);
  std::size_t acknowledged = 0;
  for (int round = 0; round < 40; ++round) {
    const auto after = std::chrono::microseconds(500 + random() % 8000);
    for (const int i : acknowledged_before_kill(blobs_, round, after)) {
      ++acknowledged;
      const std::string bytes = fmt::format("round {} scan {}", round, i);
      ASSERT_EQ(blobs_.get(BlobId::of(bytes)).value(), bytes);
    }
  }
  EXPECT_GT(acknowledged, 40u);
  // What was not acknowledged is whole or missing, and never in the way.
  const auto ids = shelf_.ids().value();
  for (const BlobId& id : ids) {
    const auto got = blobs_.get(id);
    EXPECT_TRUE(got || got.error().fault == Fault::Missing);
  }
  EXPECT_TRUE(blobs_.sweep([](const BlobId&) { return false; }, now() + 1h));
  for (const auto& entry : fs::recursive_directory_iterator(root_)) {
    EXPECT_TRUE(entry.is_directory()) << entry.path();
  }
}

}  // namespace
}  // namespace vermilion::service::store::blobs
