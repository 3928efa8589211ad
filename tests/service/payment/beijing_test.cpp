#include "service/payment/beijing.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::payment {
namespace {

using namespace std::chrono;

constexpr Instant kTen = sys_days(year(2026) / 11 / 21) + 2h;  // ten in the morning in Beijing

TEST(BeijingTime, IsEightHoursAhead) {
  EXPECT_EQ(rfc3339(kTen), "2026-11-21T10:00:00+08:00");
  EXPECT_EQ(beijing_time(kTen), "2026-11-21 10:00:00");
}

TEST(BeijingTime, ComesBack) {
  for (const auto step : {0s, 1s, 3599s, 57600s, 86399s, 31535999s}) {
    EXPECT_EQ(from_rfc3339(rfc3339(kTen + step)), kTen + step);
    EXPECT_EQ(from_beijing_time(beijing_time(kTen + step)), kTen + step);
  }
}

TEST(BeijingTime, OtherOffsetsAreTheSameInstant) {
  EXPECT_EQ(from_rfc3339("2026-11-21T02:00:00Z"), kTen);
  EXPECT_EQ(from_rfc3339("2026-11-20T21:00:00-05:00"), kTen);
}

TEST(BeijingTime, WhatIsNoTimeIsRefused) {
  for (const char* text : {"", "2026-11-21", "2026-11-21T10:00:00", "2026-11-21 10:00:00+08:00",
                           "2026-02-30T10:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T10:60:00Z",
                           "2026-11-21T10:00:00+15:00", "2026-11-21T-1:00:00Z"}) {
    EXPECT_EQ(from_rfc3339(text), std::nullopt) << text;
  }
  EXPECT_EQ(from_beijing_time("2026-11-21 10:00"), std::nullopt);
}

}  // namespace
}  // namespace vermilion::service::payment
