#pragma once

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

// RSA with SHA-256 and PKCS #1 v1.5 padding: what WeChat Pay calls SHA256-RSA2048 and Alipay RSA2.
// A key may be used on several threads at once.
namespace vermilion::service::crypto {

using KeyHandle = std::shared_ptr<evp_pkey_st>;

class RsaPublicKey {
 public:
  // From "-----BEGIN PUBLIC KEY-----" or a certificate; else a sentence why not. Keys of less than
  // 2048 bits are refused.
  [[nodiscard]] static tl::expected<RsaPublicKey, std::string> from_pem(std::string_view pem);

  [[nodiscard]] bool verifies(std::string_view message, std::string_view signature) const;

 private:
  explicit RsaPublicKey(KeyHandle key) : key_(std::move(key)) {}
  KeyHandle key_;
};

class RsaPrivateKey {
 public:
  // From "-----BEGIN PRIVATE KEY-----" without a password; else a sentence why not.
  [[nodiscard]] static tl::expected<RsaPrivateKey, std::string> from_pem(std::string_view pem);

  // A key of its own, for tests and simulators.
  [[nodiscard]] static RsaPrivateKey generate();

  [[nodiscard]] std::string sign(std::string_view message) const;
  [[nodiscard]] std::string public_pem() const;
  // The key itself, without a password: for a file only its owner reads.
  [[nodiscard]] std::string private_pem() const;

 private:
  explicit RsaPrivateKey(KeyHandle key) : key_(std::move(key)) {}
  KeyHandle key_;
};

}  // namespace vermilion::service::crypto
