#include "pipeline/digest.hpp"

#include <openssl/sha.h>

#include <array>

namespace vermilion::pipeline {

std::string sha256(std::span<const std::byte> bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  std::string hexadecimal;
  hexadecimal.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hexadecimal += "0123456789abcdef"[byte >> 4];
    hexadecimal += "0123456789abcdef"[byte & 15];
  }
  return hexadecimal;
}

}  // namespace vermilion::pipeline
