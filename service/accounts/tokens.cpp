#include "service/accounts/tokens.hpp"

#include "service/crypto/digest.hpp"

#include <sodium/core.h>
#include <sodium/randombytes.h>

#include <stdexcept>

namespace vermilion::service::accounts {

std::string random_bytes(std::size_t count) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string new_token() {
  return crypto::hex(random_bytes(32));
}

std::string digest_of_token(std::string_view token) {
  return crypto::hex(crypto::sha256(token));
}

std::string new_id() {
  return crypto::hex(random_bytes(16));
}

}  // namespace vermilion::service::accounts
