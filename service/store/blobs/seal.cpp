#include "service/store/blobs/seal.hpp"

#include <fmt/format.h>
#include <sodium/crypto_aead_xchacha20poly1305.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

#include <optional>

namespace vermilion::service::store::blobs {
namespace {

constexpr std::string_view kContentMark = "VERMBLB1";
constexpr std::string_view kKeyMark = "VERMKEY1";
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(SecretKey::kBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* in(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* out(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

// Nonce, ciphertext, tag.
std::string encrypt(std::string_view plain, std::string_view associated, const SecretKey& key) {
  std::string box(kNonceBytes + plain.size() + kTagBytes, '\0');
  randombytes_buf(box.data(), kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out(box) + kNonceBytes, nullptr, in(plain),
                                             plain.size(), in(associated), associated.size(),
                                             nullptr, in(box), key.data());
  return box;
}

std::optional<std::string> decrypt(std::string_view box, std::string_view associated,
                                   const SecretKey& key) {
  if (box.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const auto hidden = box.substr(kNonceBytes);
  std::string plain(hidden.size() - kTagBytes, '\0');
  const int done = crypto_aead_xchacha20poly1305_ietf_decrypt(
      out(plain), nullptr, nullptr, in(hidden), hidden.size(), in(associated), associated.size(),
      in(box), key.data());
  return done == 0 ? std::optional(std::move(plain)) : std::nullopt;
}

// The marks and the key's id are read before anything is opened, so they are bound, too.
std::string associated_with(std::string_view head, const BlobId& id) {
  return fmt::format("{}{}", head, id.text());
}

tl::unexpected<Failure> damaged(const BlobId& id, std::string_view what) {
  return tl::unexpected(Failure{Fault::Damaged, fmt::format("blob {}: {}", id.text(), what)});
}

constexpr std::size_t kKeyHeadBytes = kKeyMark.size() + 1;

}  // namespace

std::string seal(std::string_view plain, const BlobId& id, const SecretKey& key) {
  return std::string(kContentMark) + encrypt(plain, associated_with(kContentMark, id), key);
}

Result<std::string> unseal(std::string_view sealed, const BlobId& id, const SecretKey& key) {
  if (!sealed.starts_with(kContentMark)) return damaged(id, "its content is not one of ours");
  auto plain = decrypt(sealed.substr(kContentMark.size()), associated_with(kContentMark, id), key);
  if (!plain) return damaged(id, "its content does not open");
  // What opens was sealed by us; that we sealed it under its right name is one digest more.
  if (BlobId::of(*plain) != id) return damaged(id, "its content has another digest");
  return std::move(*plain);
}

std::string wrap(const SecretKey& key, const BlobId& id, const KeyRing& ring) {
  const std::string head = fmt::format("{}{}", kKeyMark, static_cast<char>(ring.current_id()));
  return head + encrypt(key.bytes(), associated_with(head, id), ring.current());
}

Result<SecretKey> unwrap(std::string_view wrapped, const BlobId& id, const KeyRing& ring) {
  if (!wrapped.starts_with(kKeyMark) || wrapped.size() <= kKeyHeadBytes) {
    return damaged(id, "its key is not one of ours");
  }
  const auto wrapping_id = static_cast<std::uint8_t>(wrapped[kKeyMark.size()]);
  const SecretKey* wrapping = ring.find(wrapping_id);
  if (wrapping == nullptr) {
    return tl::unexpected(
        Failure{Fault::KeyUnknown,
                fmt::format("blob {}: the key file has no key {}", id.text(), wrapping_id)});
  }
  auto bytes = decrypt(wrapped.substr(kKeyHeadBytes),
                       associated_with(wrapped.substr(0, kKeyHeadBytes), id), *wrapping);
  if (!bytes || bytes->size() != SecretKey::kBytes) return damaged(id, "its key does not open");
  SecretKey key(*bytes);
  sodium_memzero(bytes->data(), bytes->size());
  return key;
}

bool is_wrapped_by_current(std::string_view wrapped, const KeyRing& ring) {
  return wrapped.starts_with(kKeyMark) && wrapped.size() > kKeyHeadBytes &&
         static_cast<std::uint8_t>(wrapped[kKeyMark.size()]) == ring.current_id();
}

}  // namespace vermilion::service::store::blobs
