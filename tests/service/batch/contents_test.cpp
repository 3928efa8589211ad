#include "service/batch/contents.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace vermilion::service::batch {
namespace {

using tests::TemporaryFolder;

std::string text(const Contents& contents) {
  return {reinterpret_cast<const char*>(contents.bytes.data()), contents.bytes.size()};
}

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

TEST(ReadFile, SmallFileComesWhole) {
  const TemporaryFolder folder;
  const auto contents = read_file(folder.write("a.jpg", "picture"), 100);
  ASSERT_TRUE(contents);
  EXPECT_EQ(text(*contents), "picture");
  EXPECT_EQ(contents->size, 7u);
  EXPECT_FALSE(contents->reached_cap);
}

TEST(ReadFile, EmptyFileIsReadable) {
  const TemporaryFolder folder;
  const auto contents = read_file(folder.write("a.jpg", ""), 100);
  ASSERT_TRUE(contents);
  EXPECT_EQ(contents->size, 0u);
}

TEST(ReadFile, LargeFileIsReadToTheCapAndItsSizeIsKnown) {
  const TemporaryFolder folder;
  const auto contents = read_file(folder.write("a.jpg", std::string(700'000, 'x')), 300'001);
  ASSERT_TRUE(contents);
  EXPECT_EQ(contents->bytes.size(), 300'001u);
  EXPECT_EQ(contents->size, 700'000u);
  EXPECT_TRUE(contents->reached_cap);
}

TEST(ReadFile, FileOfSeveralChunksComesWhole) {
  const TemporaryFolder folder;
  const std::string bytes(700'000, 'x');
  const auto contents = read_file(folder.write("a.jpg", bytes), 1'000'000);
  ASSERT_TRUE(contents);
  EXPECT_EQ(text(*contents), bytes);
}

TEST(ReadFile, EndlessFileEndsAtTheCap) {
  const auto contents = read_file("/dev/zero", 1000);
  ASSERT_TRUE(contents);
  EXPECT_EQ(contents->bytes.size(), 1000u);
  EXPECT_TRUE(contents->reached_cap);
}

TEST(ReadFile, WhatCannotBeReadSaysWhy) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_file((folder.path() / "gone.jpg").string(), 10).error(),
            "No such file or directory");
  EXPECT_EQ(read_file(folder.path().string(), 10).error(), "Is a directory");
}

TEST(ReadStream, PipeHasNoSizeButItsBytes) {
  std::string bytes = "picture";
  const std::unique_ptr<std::FILE, Close> stream(fmemopen(bytes.data(), bytes.size(), "rb"));
  const auto contents = read_stream(stream.get(), 100);
  ASSERT_TRUE(contents);
  EXPECT_EQ(text(*contents), bytes);
  EXPECT_EQ(contents->size, 7u);
}

}  // namespace
}  // namespace vermilion::service::batch
