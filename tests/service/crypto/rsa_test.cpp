#include "service/crypto/rsa.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::service::crypto {
namespace {

TEST(Rsa, SignatureHoldsForItsMessageAlone) {
  const auto key = RsaPrivateKey::generate();
  const auto other = RsaPrivateKey::generate();
  const auto half = RsaPublicKey::from_pem(key.public_pem());
  ASSERT_TRUE(half) << half.error();
  const std::string signature = key.sign("220.00");
  EXPECT_TRUE(half->verifies("220.00", signature));
  EXPECT_FALSE(half->verifies("220.01", signature));
  EXPECT_FALSE(half->verifies("220.00", other.sign("220.00")));
  EXPECT_FALSE(half->verifies("220.00", ""));
}

TEST(Rsa, EveryFlippedBitIsSeen) {
  const auto key = RsaPrivateKey::generate();
  const auto half = RsaPublicKey::from_pem(key.public_pem());
  ASSERT_TRUE(half);
  const std::string signature = key.sign("an order");
  for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit) {
    std::string forged = signature;
    forged[bit / 8] = static_cast<char>(forged[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(half->verifies("an order", forged)) << bit;
  }
}

TEST(Rsa, WhatIsNoKeyIsToldInASentence) {
  for (const char* pem :
       {"", "secret", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"}) {
    EXPECT_THAT(RsaPublicKey::from_pem(pem).error(), testing::HasSubstr("no PEM public key"));
    EXPECT_THAT(RsaPrivateKey::from_pem(pem).error(), testing::HasSubstr("no PEM private key"));
  }
}

// A key on the curve P-256, made for this test.
TEST(Rsa, KeysOfAnotherKindAreRefused) {
  constexpr const char* kElliptic =
      "-----BEGIN PUBLIC KEY-----\n"
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAECz7FWLiOC7pchv1TJbsvIW5w+/4w\n"
      "qa6oYJjVhSuh4Lo9QS5ut+egi3xJzh/ptZwL3I509W7Wq5/o9hdBoADuPA==\n"
      "-----END PUBLIC KEY-----\n";
  EXPECT_THAT(RsaPublicKey::from_pem(kElliptic).error(), testing::HasSubstr("not an RSA key"));
}

}  // namespace
}  // namespace vermilion::service::crypto
