#include "service/overlay/write_file.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace vermilion::service::overlay {
namespace {

std::span<const std::byte> bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text));
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(WriteFile, ReplacesWhatWasThere) {
  const tests::TemporaryFolder folder;
  const auto path = folder.path() / "a.overlay.jpg";
  ASSERT_TRUE(write_file(path, bytes_of("an older and longer one")));
  ASSERT_TRUE(write_file(path, bytes_of("new")));
  EXPECT_EQ(read(path), "new");
}

TEST(WriteFile, LeavesNothingElseBehind) {
  const tests::TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder.path() / "a.jpg", bytes_of("new")));
  const auto files = std::filesystem::directory_iterator(folder.path());
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST(WriteFile, WhatCannotBeWrittenSaysWhereAndWhy) {
  const auto written = write_file("/nowhere/a.jpg", bytes_of("new"));
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error(), "/nowhere/a.jpg: No such file or directory");
}

TEST(WriteFile, FullDiskIsNotPassedOver) {
  const tests::TemporaryFolder folder;
  std::filesystem::create_symlink("/dev/full", folder.path() / "a.jpg.part");
  const auto written = write_file(folder.path() / "a.jpg", bytes_of("new"));
  ASSERT_FALSE(written);
  EXPECT_TRUE(written.error().ends_with("No space left on device")) << written.error();
}

}  // namespace
}  // namespace vermilion::service::overlay
