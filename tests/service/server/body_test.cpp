#include "service/server/body.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace vermilion::service::server {
namespace {

using namespace std::chrono_literals;

// A connection on which so many bytes come, so many at a time.
ReadSome arriving(std::size_t bytes, std::size_t at_once) {
  return [left = bytes, at_once](std::span<std::byte> into) mutable {
    const std::size_t got = std::min({left, at_once, into.size()});
    std::fill_n(into.begin(), got, std::byte{7});
    left -= got;
    return got;
  };
}

TEST(Body, ArrivesWholeHoweverItIsCut) {
  for (const std::size_t at_once : {1u, 1000u, 65'536u, 1'000'000u}) {
    const auto body = read_body(100'000, 100'000, arriving(100'000, at_once));
    ASSERT_TRUE(body) << at_once;
    EXPECT_EQ(body->size(), 100'000u);
  }
}

TEST(Body, CutAnywhereIsTruncated) {
  for (std::size_t arrived = 0; arrived < 1000; ++arrived) {
    const auto body = read_body(1000, 2000, arriving(arrived, 64));
    ASSERT_FALSE(body) << arrived;
    EXPECT_EQ(body.error().fault, Fault::BodyTruncated) << arrived;
  }
}

TEST(Body, AnnouncedTooLargeIsRefusedBeforeAByteIsRead) {
  bool asked = false;
  const auto body = read_body(1001, 1000, [&](auto) {
    asked = true;
    return std::size_t{0};
  });
  ASSERT_FALSE(body);
  EXPECT_EQ(body.error().fault, Fault::BodyTooLarge);
  EXPECT_FALSE(asked);
}

TEST(Body, WhatFollowsIsLeftOnTheWire) {
  const auto body = read_body(10, 1000, arriving(1000, 1000));
  ASSERT_TRUE(body);
  EXPECT_EQ(body->size(), 10u);
}

TEST(Body, ThatDripsIsLate) {
  auto drip = arriving(1000, 1);
  const auto body = read_body(
      1000, 1000,
      [&](auto into) {
        std::this_thread::sleep_for(1ms);
        return drip(into);
      },
      5ms);
  ASSERT_FALSE(body);
  EXPECT_EQ(body.error().fault, Fault::BodyLate);
}

TEST(Body, NotAnnouncedIsEmpty) {
  EXPECT_TRUE(read_body(0, 0, arriving(10, 10))->empty());
}

}  // namespace
}  // namespace vermilion::service::server
