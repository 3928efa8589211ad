#include "pipeline/text/last_day.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::text {
namespace {

using namespace std::chrono_literals;

TEST(LastDay, IsTheEndOfATerm) {
  EXPECT_EQ(last_day_in("2015年06月01日至2035年05月31日"), 2035y / 5 / 31);
  EXPECT_EQ(last_day_in("2015.06.01-2035.6.1"), 2035y / 6 / 1);
  EXPECT_EQ(last_day_in("至2027-12-31止"), 2027y / 12 / 31);
}

TEST(LastDay, WhatHasNoEndHasNoLastDay) {
  EXPECT_FALSE(last_day_in("2015年06月01日至长期"));
  EXPECT_FALSE(last_day_in("2018年10月30日至永久"));
  EXPECT_FALSE(last_day_in(""));
}

TEST(LastDay, ADayTheCalendarLacksIsNone) {
  EXPECT_FALSE(last_day_in("2035年02月30日"));
  EXPECT_FALSE(last_day_in("2035年13月01日"));
}

}  // namespace
}  // namespace vermilion::pipeline::text
