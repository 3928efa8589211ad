#pragma once

#include "service/store/blobs/blob_id.hpp"
#include "service/store/blobs/failure.hpp"
#include "service/store/blobs/key_ring.hpp"

#include <string>
#include <string_view>

// What lies on a shelf: ciphertext. XChaCha20-Poly1305 (libsodium) with a random nonce of 24 bytes,
// and the id as associated data, so that nothing opens under another name.
//
//   content   "VERMBLB1" nonce(24) ciphertext tag(16)           under a key of its own
//   key       "VERMKEY1" id(1) nonce(24) ciphertext(32) tag(16) under a key of the key file
namespace vermilion::service::store::blobs {

[[nodiscard]] std::string seal(std::string_view plain, const BlobId& id, const SecretKey& key);
// Nothing but what was sealed for this id with this key, to the last bit.
[[nodiscard]] Result<std::string> unseal(std::string_view sealed, const BlobId& id,
                                         const SecretKey& key);

[[nodiscard]] std::string wrap(const SecretKey& key, const BlobId& id, const KeyRing& ring);
[[nodiscard]] Result<SecretKey> unwrap(std::string_view wrapped, const BlobId& id,
                                       const KeyRing& ring);
// Whether the key in use wrapped it; false also for what is no wrapped key.
[[nodiscard]] bool is_wrapped_by_current(std::string_view wrapped, const KeyRing& ring);

}  // namespace vermilion::service::store::blobs
