#include "service/crypto/base64.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace vermilion::service::crypto {

std::string to_base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // OpenSSL closes it with a zero
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                     reinterpret_cast<const unsigned char*>(bytes.data()),
                                     static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                     reinterpret_cast<const unsigned char*>(text.data()),
                                     static_cast<int>(text.size()));
  if (length < 0) return std::nullopt;
  const auto padding = static_cast<std::size_t>(
      std::find_if(text.rbegin(), text.rend(), [](char c) { return c != '='; }) - text.rbegin());
  if (padding > 2) return std::nullopt;
  bytes.resize(bytes.size() - padding);
  // OpenSSL overlooks blanks around it and stray bits: what it read must be written the same way.
  if (to_base64(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace vermilion::service::crypto
