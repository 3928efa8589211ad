#include "service/store/blobs/blob_id.hpp"

#include "service/crypto/digest.hpp"

namespace vermilion::service::store::blobs {

BlobId BlobId::of(std::string_view bytes) {
  return BlobId(crypto::hex(crypto::sha256(bytes)));
}

std::optional<BlobId> BlobId::parse(std::string_view text) {
  constexpr std::size_t kDigits = 64;
  if (text.size() != kDigits) return std::nullopt;
  if (text.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
  return BlobId(std::string(text));
}

}  // namespace vermilion::service::store::blobs
