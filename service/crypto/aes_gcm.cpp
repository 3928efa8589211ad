#include "service/crypto/aes_gcm.hpp"

#include <openssl/evp.h>

#include <memory>

namespace vermilion::service::crypto {
namespace {

constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* in(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* out(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

bool fits(const GcmBox& box) {
  return box.key.size() == kKeyBytes && box.nonce.size() == kNonceBytes;
}

}  // namespace

std::optional<std::string> open(const GcmBox& box, std::string_view sealed) {
  if (!fits(box) || sealed.size() < kTagBytes) return std::nullopt;
  const auto hidden = sealed.substr(0, sealed.size() - kTagBytes);
  std::string tag(sealed.substr(hidden.size()));
  std::string plain(hidden.size(), '\0');
  const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int length = 0;
  const bool whole =
      EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(box.key), in(box.nonce)) &&
      EVP_DecryptUpdate(cipher.get(), nullptr, &length, in(box.associated),
                        static_cast<int>(box.associated.size())) &&
      EVP_DecryptUpdate(cipher.get(), out(plain), &length, in(hidden),
                        static_cast<int>(hidden.size())) &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) &&
      EVP_DecryptFinal_ex(cipher.get(), out(plain) + length, &length) == 1;
  return whole ? std::optional(plain) : std::nullopt;
}

std::optional<std::string> seal(const GcmBox& box, std::string_view plain) {
  if (!fits(box)) return std::nullopt;
  std::string sealed(plain.size(), '\0');
  std::string tag(kTagBytes, '\0');
  const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int length = 0;
  const bool whole =
      EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(box.key), in(box.nonce)) &&
      EVP_EncryptUpdate(cipher.get(), nullptr, &length, in(box.associated),
                        static_cast<int>(box.associated.size())) &&
      EVP_EncryptUpdate(cipher.get(), out(sealed), &length, in(plain),
                        static_cast<int>(plain.size())) &&
      EVP_EncryptFinal_ex(cipher.get(), out(sealed) + length, &length) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, tag.data());
  return whole ? std::optional(sealed + tag) : std::nullopt;
}

}  // namespace vermilion::service::crypto
