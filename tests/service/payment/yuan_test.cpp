#include "service/payment/yuan.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::payment {
namespace {

TEST(Yuan, FenComeBackWhole) {
  for (const std::int64_t fen : {0L, 1L, 9L, 10L, 99L, 100L, 22000L, 22001L, 10'000'000'000L}) {
    EXPECT_EQ(fen_of(yuan_text(fen)), fen);
  }
  EXPECT_EQ(yuan_text(22005), "220.05");
}

TEST(Yuan, ShorterWaysOfWritingAreTaken) {
  EXPECT_EQ(fen_of("220"), 22000);
  EXPECT_EQ(fen_of("220.5"), 22050);
  EXPECT_EQ(fen_of("0.01"), 1);
}

TEST(Yuan, WhatIsNoAmountIsRefused) {
  for (const char* text : {"", ".", "220.", ".5", "-1", "+1", "1e3", "1,000", " 1", "1 ", "220.005",
                           "٣", "100000000.01", "99999999999999999999"}) {
    EXPECT_EQ(fen_of(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace vermilion::service::payment
