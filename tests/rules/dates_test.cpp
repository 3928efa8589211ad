#include "rules/dates.hpp"

#include <gtest/gtest.h>

namespace vermilion::rules {
namespace {

using namespace std::chrono;

TEST(Dates, AreReadHoweverTheyAreWritten) {
  const year_month_day day = year(2026) / 3 / 5;
  for (const char* text : {"2026年3月5日", "2026年03月05日", "2026 年 3 月 5 日", "2026-03-05",
                           "2026.3.5", "2026/03/05", "2026年3月5"}) {
    EXPECT_EQ(day_in(text), day) << text;
  }
}

TEST(Dates, WhatIsNoDayIsNone) {
  for (const char* text : {"", "2026", "2026年", "26年3月5日", "2026年13月5日", "2026年2月29日",
                           "2026-03-05T10:00", "长期", "2026年3月5日至2027年3月4日", "20260305"}) {
    EXPECT_EQ(day_in(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace vermilion::rules
