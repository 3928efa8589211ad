#include "service/zip/zip.hpp"

#include <gmock/gmock.h>

#include <random>

namespace vermilion::service::zip {
namespace {

using testing::HasSubstr;

constexpr std::size_t kEnough = 1024 * 1024;

const std::vector<Entry> kTwo{{"a.csv", "1,2\r\n"},
                              {"\xd2\xb5\xce\xf1.csv", std::string(50'000, 'x')}};

TEST(Zip, WhatWasPackedIsUnpacked) {
  const auto archive = packed(kTwo);
  ASSERT_TRUE(archive) << archive.error();
  EXPECT_LT(archive->size(), 1'000u) << "it is compressed";
  EXPECT_EQ(unpacked(*archive, kEnough), kTwo) << "names are the bytes they were";
}

TEST(Zip, SameEntriesAreTheSameBytes) {
  EXPECT_EQ(packed(kTwo), packed(kTwo));
}

TEST(Zip, ArchiveWithoutEntriesHasNone) {
  EXPECT_FALSE(unpacked("", kEnough));
  const auto none = unpacked(std::string("PK\5\6") + std::string(18, '\0'), kEnough);
  ASSERT_TRUE(none) << none.error();
  EXPECT_TRUE(none->empty());
}

TEST(Zip, MoreThanWasAllowedIsRefused) {
  const auto archive = packed(kTwo);
  EXPECT_THAT(unpacked(*archive, 49'999).error(), HasSubstr("too much"));
  EXPECT_THAT(unpacked(*archive, 50'004).error(), HasSubstr("too much")) << "in all";
  EXPECT_TRUE(unpacked(*archive, 50'005));
}

// A thousand small ones.
TEST(Zip, TooManyEntriesAreRefused) {
  const auto archive = packed(std::vector<Entry>(1, {"a", ""}));
  ASSERT_TRUE(archive);
  std::vector<Entry> many;
  for (int i = 0; i < 101; ++i) many.push_back({"n" + std::to_string(i), "x"});
  EXPECT_THAT(unpacked(*packed(many), kEnough).error(), HasSubstr("101 entries"));
}

// Whatever byte is another: the same content, or none.
TEST(Zip, DamageIsFoundOrHarmless) {
  const auto archive = packed({{"list.csv", "交易,220.00\r\n退款,-30.00\r\n"}});
  ASSERT_TRUE(archive);
  const auto whole = unpacked(*archive, kEnough);
  std::minstd_rand random(5);
  int found = 0;
  for (int i = 0; i < 2'000; ++i) {
    std::string damaged = *archive;
    damaged[random() % damaged.size()] ^= static_cast<char>(1 + random() % 255);
    const auto read = unpacked(damaged, kEnough);
    if (!read || read->empty()) {
      ++found;
      continue;
    }
    EXPECT_EQ(read->front().content, whole->front().content);
  }
  EXPECT_GT(found, 1'000);
  for (std::size_t cut = 0; cut < archive->size(); ++cut) {
    EXPECT_FALSE(unpacked(std::string_view(*archive).substr(0, cut), kEnough)) << cut;
  }
}

}  // namespace
}  // namespace vermilion::service::zip
