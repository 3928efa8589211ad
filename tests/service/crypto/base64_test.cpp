#include "service/crypto/base64.hpp"

#include <gtest/gtest.h>

#include <random>

namespace vermilion::service::crypto {
namespace {

// RFC 4648, section 10.
TEST(Base64, TextsOfTheStandard) {
  const std::pair<const char*, const char*> texts[] = {{"", ""},
                                                       {"f", "Zg=="},
                                                       {"fo", "Zm8="},
                                                       {"foo", "Zm9v"},
                                                       {"foob", "Zm9vYg=="},
                                                       {"fooba", "Zm9vYmE="},
                                                       {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, text] : texts) {
    EXPECT_EQ(to_base64(plain), text);
    EXPECT_EQ(from_base64(text), plain);
  }
}

TEST(Base64, WhatIsNotWrittenExactlyIsRefused) {
  for (const char* text : {"Zg", "Zg=", "Zh==", "Z===", "====", " Zg==", "Zg==\n",
                           "Zm9v Zm8=", "Zg==Zg==", "Zm-_", "Zm9v\n"}) {
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
  }
}

TEST(Base64, AnyBytesComeBack) {
  std::minstd_rand random(1);
  for (std::size_t length = 0; length < 200; ++length) {
    std::string bytes(length, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  }
}

}  // namespace
}  // namespace vermilion::service::crypto
