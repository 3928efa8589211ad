#include "service/crypto/digest.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cassert>

namespace vermilion::service::crypto {
namespace {

const unsigned char* data(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string digest_by(const EVP_MD* algorithm, std::string_view bytes) {
  std::string digest(static_cast<std::size_t>(EVP_MD_get_size(algorithm)), '\0');
  [[maybe_unused]] const int done =
      EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()),
                 nullptr, algorithm, nullptr);
  assert(done == 1);
  return digest;
}

std::string hmac_by(const EVP_MD* algorithm, std::string_view key, std::string_view bytes) {
  std::string mac(static_cast<std::size_t>(EVP_MD_get_size(algorithm)), '\0');
  [[maybe_unused]] const auto* done =
      HMAC(algorithm, key.data(), static_cast<int>(key.size()), data(bytes), bytes.size(),
           reinterpret_cast<unsigned char*>(mac.data()), nullptr);
  assert(done != nullptr);
  return mac;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  return digest_by(EVP_sha256(), bytes);
}

std::string md5(std::string_view bytes) {
  return digest_by(EVP_md5(), bytes);
}

std::string sha1(std::string_view bytes) {
  return digest_by(EVP_sha1(), bytes);
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  return hmac_by(EVP_sha256(), key, bytes);
}

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
  return hmac_by(EVP_sha1(), key, bytes);
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += kDigits[value >> 4];
    text += kDigits[value & 15];
  }
  return text;
}

bool equal_secrets(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace vermilion::service::crypto
