#include "pipeline/codec/decode.hpp"

#include "samples/hostile/honest.hpp"
#include "tests/support/outcome.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <random>

namespace vermilion::pipeline::codec {
namespace {

using samples::hostile::Bytes;
using samples::hostile::File;
using samples::hostile::honest_files;
using tests::look_at;

// Wrong whenever a sample differs, with overwhelming likelihood.
std::size_t fingerprint(const Planes& planes) {
  std::size_t hash = 0;
  for (const cv::Mat& plane : {planes.luma, planes.cb, planes.cr}) {
    for (int y = 0; y < plane.rows; ++y) {
      const std::string_view row(plane.ptr<char>(y), static_cast<std::size_t>(plane.cols));
      hash = hash * 31 + std::hash<std::string_view>()(row);
    }
  }
  return hash;
}

TEST(Decode, EveryHonestVariantIsRead) {
  const auto files = honest_files();
  ASSERT_GT(files.size(), 30u);
  for (const File& file : files) {
    const auto outcome = look_at(file.bytes, file.name);
    EXPECT_EQ(outcome.codes(), "-") << file.name;
    ASSERT_TRUE(outcome.readable()) << file.name;
    EXPECT_EQ(outcome.planes->luma.size(), cv::Size(61, 43)) << file.name;
    if (outcome.planes->coloured()) {
      EXPECT_EQ(outcome.planes->cb.size(), cv::Size(31, 22)) << file.name;
      EXPECT_EQ(outcome.planes->cr.size(), cv::Size(31, 22)) << file.name;
    }
  }
}

TEST(Decode, CutFileIsNeverReadable) {
  for (const File& file : honest_files()) {
    for (std::size_t percent = 1; percent <= 99; ++percent) {
      const auto outcome =
          look_at(samples::hostile::cut(file.bytes, file.bytes.size() * percent / 100));
      EXPECT_FALSE(outcome.readable()) << file.name << " at " << percent << " %";
      EXPECT_NE(outcome.codes(), "-");
    }
  }
}

TEST(Decode, FileWithoutItsLastByteIsTruncated) {
  for (const File& file : honest_files()) {
    EXPECT_EQ(look_at(samples::hostile::cut(file.bytes, file.bytes.size() - 1)).codes(),
              "IMG_TRUNCATED")
        << file.name;
  }
}

Bytes with_one_byte_changed(Bytes bytes, std::mt19937& random) {
  const std::size_t at = random() % bytes.size();
  bytes[at] = static_cast<std::uint8_t>(bytes[at] + 1 + random() % 255);
  return bytes;
}

// Either refused by name or decoded; ten thousand files of each format.
TEST(Decode, ChangedByteIsSurvived) {
  const auto files = honest_files();
  for (const std::string_view format : {"jpeg", "png", "bmp"}) {
    std::mt19937 random(11);
    int refused = 0;
    for (int tried = 0; tried < 10'000;) {
      for (const File& file : files) {
        if (!file.name.starts_with(format)) continue;
        const auto outcome = look_at(with_one_byte_changed(file.bytes, random));
        ++tried;
        if (outcome.readable()) continue;
        ++refused;
        ASSERT_FALSE(outcome.findings.empty()) << file.name;
        ASSERT_EQ(outcome.findings.back().level, Level::Block) << file.name;
      }
    }
    EXPECT_GT(refused, 100) << format;
  }
}

// Makes the allocator fill what it hands out, so that memory nobody wrote would show.
class FilledMemory {
 public:
  explicit FilledMemory(int byte) { mallopt(M_PERTURB, byte); }
  ~FilledMemory() { mallopt(M_PERTURB, 0); }
  FilledMemory(const FilledMemory&) = delete;
  FilledMemory& operator=(const FilledMemory&) = delete;
};

std::size_t fingerprint_in_memory_filled_with(int byte, const Bytes& file) {
  const FilledMemory filled(byte);
  const auto outcome = look_at(file);
  return outcome.readable() ? fingerprint(*outcome.planes) : 0;
}

TEST(Decode, MemoryOfOthersNeverShows) {
  std::mt19937 random(13);
  for (const File& file : honest_files()) {
    for (int i = 0; i < 50; ++i) {
      const Bytes bytes = i == 0 ? file.bytes : with_one_byte_changed(file.bytes, random);
      EXPECT_EQ(fingerprint_in_memory_filled_with(0x55, bytes),
                fingerprint_in_memory_filled_with(0xAA, bytes))
          << file.name;
    }
  }
}

TEST(Decode, SameBytesGiveTheSamePlanes) {
  for (const File& file : honest_files()) {
    EXPECT_EQ(fingerprint(*look_at(file.bytes).planes), fingerprint(*look_at(file.bytes).planes));
  }
}

}  // namespace
}  // namespace vermilion::pipeline::codec
