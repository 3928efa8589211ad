#include "service/store/blobs/secret_key.hpp"

#include <sodium/core.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <string>

namespace vermilion::service::store::blobs {

SecretKey::SecretKey(std::string_view bytes) {
  // Nothing is sealed or opened before there is a key; the second call does nothing.
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  assert(bytes.size() == kBytes);
  std::copy_n(bytes.begin(), kBytes, bytes_.begin());
}

SecretKey::~SecretKey() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

SecretKey SecretKey::random() {
  SecretKey key(std::string(kBytes, '\0'));
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

}  // namespace vermilion::service::store::blobs
