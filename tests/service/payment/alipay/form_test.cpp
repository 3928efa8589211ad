#include "service/payment/alipay/form.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::payment::alipay {
namespace {

TEST(Form, PlusIsABlankAndEscapesAreBytes) {
  EXPECT_EQ(from_form("a=1+2&b=%E8%B4%B9%2B&c="),
            (Parameters{{"a", "1 2"}, {"b", "费+"}, {"c", ""}}));
}

TEST(Form, EveryByteComesBack) {
  Parameters parameters;
  for (int byte = 0; byte < 256; ++byte) {
    parameters["k" + std::to_string(byte)] = std::string(1, static_cast<char>(byte));
  }
  EXPECT_EQ(from_form(to_form(parameters)), parameters);
}

TEST(Form, WhatCanBeReadTwoWaysIsRefused) {
  for (const char* body : {"a=1&a=2", "a", "a=%", "a=%2", "a=%zz", "&a=1"}) {
    EXPECT_EQ(from_form(body), std::nullopt) << body;
  }
}

}  // namespace
}  // namespace vermilion::service::payment::alipay
