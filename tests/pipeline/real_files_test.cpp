#include "tests/support/outcome.hpp"
#include "tests/support/shared_data.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace vermilion::pipeline {
namespace {

using samples::hostile::Bytes;

std::vector<std::filesystem::path> files_in(std::string_view folder) {
  std::vector<std::filesystem::path> files;
  const auto path = tests::shared_path("data/real/" + std::string(folder));
  if (!path) return files;
  for (const auto& entry : std::filesystem::directory_iterator(*path)) files.push_back(entry);
  std::sort(files.begin(), files.end());
  return files;
}

Bytes read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(RealFiles, EveryHonestJpegAndPngIsRead) {
  int read_files = 0;
  for (const auto* folder : {"licence", "licence_no_code", "seal", "qr", "skew"}) {
    for (const auto& path : files_in(folder)) {
      const auto outcome = tests::look_at(read(path), path.filename().string());
      const bool is_another_kind = outcome.codes() == "FMT_TYPE";
      EXPECT_TRUE(outcome.readable() || is_another_kind) << path << ": " << outcome.codes();
      read_files += outcome.readable() ? 1 : 0;
    }
  }
  if (read_files == 0) GTEST_SKIP() << tests::kNoSharedData;
  RecordProperty("read", read_files);
}

TEST(RealFiles, HostileCorpusIsAnsweredByName) {
  using Clock = std::chrono::steady_clock;
  std::map<std::string, int> tally;
  std::chrono::duration<double, std::milli> slowest{};
  for (const auto& path : files_in("hostile")) {
    const Bytes bytes = read(path);
    const auto begun = Clock::now();
    const auto outcome = tests::look_at(bytes, path.filename().string());
    slowest = std::max<std::chrono::duration<double, std::milli>>(slowest, Clock::now() - begun);
    EXPECT_TRUE(outcome.readable() || outcome.codes() != "-") << path;
    ++tally[outcome.readable() ? "read" : outcome.codes()];
  }
  if (tally.empty()) GTEST_SKIP() << tests::kNoSharedData;
  EXPECT_LT(slowest.count(), 1500);  // the promise for the worst of files; 10 ms are usual
  for (const auto& [codes, count] : tally) RecordProperty(codes, count);
}

}  // namespace
}  // namespace vermilion::pipeline
