#include "service/payment/alipay/gbk.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::payment::alipay {
namespace {

TEST(Gbk, IsReadAndWritten) {
  EXPECT_EQ(utf8_of_gbk("\xd2\xb5\xce\xf1\xc3\xf7\xcf\xb8(\xbb\xe3\xd7\xdc).csv"),
            "业务明细(汇总).csv");
  EXPECT_EQ(gbk_of_utf8("业务"), "\xd2\xb5\xce\xf1");
  EXPECT_EQ(utf8_of_gbk(""), "");
}

// Four bytes of GB18030 each: rare characters of names.
TEST(Gbk, RareCharactersComeBack) {
  for (const char* text : {"𠮷", "䶮", "㙓", "订单金额（元）", "a,1\t\r\n"}) {
    EXPECT_EQ(utf8_of_gbk(gbk_of_utf8(text).value_or("")), text);
  }
}

TEST(Gbk, WhatIsNoneIsNotGuessedAt) {
  EXPECT_EQ(utf8_of_gbk("\xd2"), std::nullopt) << "half a character";
  EXPECT_EQ(utf8_of_gbk("\xff\xff"), std::nullopt);
  EXPECT_EQ(gbk_of_utf8("\xd2"), std::nullopt) << "no UTF-8";
}

}  // namespace
}  // namespace vermilion::service::payment::alipay
