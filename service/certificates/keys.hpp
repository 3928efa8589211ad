#pragma once

#include "service/certificates/failure.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace vermilion::service::certificates {

// RSA with SHA-256, or SM2 with SM3 (GM/T 0009).
enum class Algorithm : std::uint8_t { Rsa, Sm2 };
[[nodiscard]] std::string_view name_of(Algorithm algorithm);  // "rsa", "sm2"

// The id that goes into every SM2 signature unless two parties agree on another one (GM/T 0009).
inline constexpr std::string_view kSm2Id = "1234567812345678";

// Keys may be used on several threads at once.
class PublicKey {
 public:
  // From "-----BEGIN PUBLIC KEY-----". Refused: RSA of less than 2048 bits, and any other kind.
  [[nodiscard]] static Result<PublicKey> from_pem(std::string_view pem);
  // From "-----BEGIN CERTIFICATE REQUEST-----" (PKCS #10) whose signature shows that the private
  // key is there. What else it asks for is not looked at: names come from the order.
  [[nodiscard]] static Result<PublicKey> from_request(std::string_view pem);

  Algorithm algorithm() const { return algorithm_; }
  // Which key it is: SHA-1 of it (RFC 5280, 4.2.1.2), 40 hexadecimal digits in upper case. A name,
  // not a proof.
  [[nodiscard]] std::string id() const;
  [[nodiscard]] std::string pem() const;
  evp_pkey_st* get() const { return key_.get(); }

 private:
  friend class PrivateKey;
  friend Result<PublicKey> checked(std::shared_ptr<evp_pkey_st> key);
  PublicKey(std::shared_ptr<evp_pkey_st> key, Algorithm algorithm)
      : key_(std::move(key)), algorithm_(algorithm) {}

  std::shared_ptr<evp_pkey_st> key_;
  Algorithm algorithm_;
};

class PrivateKey {
 public:
  // RSA of 3072 bits: 128 bits of strength, for certificates that live past 2030 (NIST SP 800-57).
  [[nodiscard]] static PrivateKey generate(Algorithm algorithm);
  // From a file only we may read, in PEM without a password.
  [[nodiscard]] static Result<PrivateKey> read(const std::filesystem::path& file);
  // To a file that was not there, for us alone.
  [[nodiscard]] Result<void> write(const std::filesystem::path& file) const;

  // A certificate request as a key's own software makes it: for trying, and for tests.
  [[nodiscard]] std::string request() const;

  const PublicKey& public_key() const { return public_key_; }

 private:
  explicit PrivateKey(PublicKey key) : public_key_(std::move(key)) {}
  PublicKey public_key_;  // the handle holds both halves
};

}  // namespace vermilion::service::certificates
