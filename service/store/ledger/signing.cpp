#include "service/store/ledger/signing.hpp"

#include "service/crypto/digest.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <cassert>
#include <fstream>
#include <optional>

namespace vermilion::service::store::ledger {
namespace {

using database::Error;
using database::ErrorKind;

unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

void start_sodium() {
  [[maybe_unused]] static const int kStarted = sodium_init();
  assert(kStarted >= 0);
}

std::optional<std::string> from_hex(std::string_view digits, std::size_t size) {
  std::string found(size, '\0');
  std::size_t read = 0;
  const char* end = nullptr;
  const int failed =
      sodium_hex2bin(bytes(found), size, digits.data(), digits.size(), nullptr, &read, &end);
  if (failed != 0 || read != size || end != digits.data() + digits.size()) return std::nullopt;
  return found;
}

}  // namespace

database::Result<Signer> Signer::of(std::string_view seed) {
  start_sodium();
  const auto raw = from_hex(seed, crypto_sign_SEEDBYTES);
  if (!raw) {
    return tl::unexpected(
        Error{ErrorKind::Ours, "the key of the ledger is not 64 hexadecimal digits", {}});
  }
  Signer signer;
  std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0');
  signer.secret_key_.resize(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(bytes(public_key), bytes(signer.secret_key_), bytes(*raw));
  signer.public_key_ = crypto::hex(public_key);
  return signer;
}

database::Result<Signer> Signer::read(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string seed;
  if (!std::getline(in, seed)) {
    return tl::unexpected(
        Error{ErrorKind::Down, fmt::format("cannot read the key {}", file.string()), {}});
  }
  return of(seed);
}

std::string Signer::new_seed() {
  start_sodium();
  std::string seed(crypto_sign_SEEDBYTES, '\0');
  randombytes_buf(seed.data(), seed.size());
  return crypto::hex(seed);
}

std::string Signer::sign(std::string_view text) const {
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(bytes(signature), nullptr, bytes(text), text.size(), bytes(secret_key_));
  return crypto::hex(signature);
}

bool is_signed(std::string_view text, std::string_view signature, std::string_view public_key) {
  start_sodium();
  const auto raw = from_hex(signature, crypto_sign_BYTES);
  const auto key = from_hex(public_key, crypto_sign_PUBLICKEYBYTES);
  return raw && key &&
         crypto_sign_verify_detached(bytes(*raw), bytes(text), text.size(), bytes(*key)) == 0;
}

}  // namespace vermilion::service::store::ledger
