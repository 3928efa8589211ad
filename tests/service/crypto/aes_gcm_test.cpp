#include "service/crypto/aes_gcm.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vermilion::service::crypto {
namespace {

const std::string kKey(32, 'k');
const std::string kNonce(12, 'n');

TEST(AesGcm, WhatWasSealedOpensWithEverythingItWasBoundTo) {
  const GcmBox box{kKey, kNonce, "transaction"};
  const auto sealed = seal(box, "220 yuan");
  ASSERT_TRUE(sealed);
  EXPECT_EQ(open(box, *sealed), "220 yuan");
  EXPECT_EQ(open({kKey, kNonce, "refund"}, *sealed), std::nullopt);
  EXPECT_EQ(open({std::string(32, 'K'), kNonce, "transaction"}, *sealed), std::nullopt);
  EXPECT_EQ(open({kKey, std::string(12, 'N'), "transaction"}, *sealed), std::nullopt);
}

TEST(AesGcm, EveryFlippedBitIsSeen) {
  const GcmBox box{kKey, kNonce, {}};
  const std::string sealed = *seal(box, "220 yuan");
  for (std::size_t bit = 0; bit < 8 * sealed.size(); ++bit) {
    std::string forged = sealed;
    forged[bit / 8] = static_cast<char>(forged[bit / 8] ^ (1 << bit % 8));
    EXPECT_EQ(open(box, forged), std::nullopt) << bit;
  }
}

TEST(AesGcm, LengthsThatCannotBeAreRefused) {
  EXPECT_EQ(open({kKey, kNonce, {}}, "short"), std::nullopt);
  EXPECT_EQ(seal({std::string(16, 'k'), kNonce, {}}, "x"), std::nullopt);
  EXPECT_EQ(seal({kKey, std::string(16, 'n'), {}}, "x"), std::nullopt);
}

}  // namespace
}  // namespace vermilion::service::crypto
