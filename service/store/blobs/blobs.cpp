#include "service/store/blobs/blobs.hpp"

#include "service/store/blobs/seal.hpp"

#include <fmt/format.h>

namespace vermilion::service::store::blobs {
namespace {

// Two writers of the same bytes meet once in a while; ten times in a row they do not.
constexpr int kTries = 10;

tl::unexpected<Failure> contended(const BlobId& id) {
  return tl::unexpected(
      Failure{Fault::Unavailable, fmt::format("blob {}: others keep changing it", id.text())});
}

// Nothing where there is no key; other failures stay failures.
Result<std::optional<std::string>> key_if_any(const Shelf& shelf, const BlobId& id) {
  auto key = shelf.key(id);
  if (key) return std::optional(std::move(*key));
  if (key.error().fault == Fault::Missing) return std::optional<std::string>();
  return tl::unexpected(key.error());
}

}  // namespace

Result<BlobId> Blobs::put(std::string_view bytes) {
  const BlobId id = BlobId::of(bytes);
  if (bytes.size() > kBlobBytesMax) {
    return tl::unexpected(
        Failure{Fault::TooLarge, fmt::format("blob {}: {} bytes", id.text(), bytes.size())});
  }
  for (int i = 0; i < kTries; ++i) {
    const auto kept = put_once(id, bytes);
    if (!kept) return tl::unexpected(kept.error());
    if (*kept) return id;
  }
  return contended(id);
}

// Takes the key that is there, so that whoever puts the same at the same time seals alike.
Result<bool> Blobs::put_once(const BlobId& id, std::string_view bytes) {
  const auto there = key_if_any(*shelf_, id);
  if (!there) return tl::unexpected(there.error());
  if (*there) {
    const auto key = unwrap(**there, id, ring_);
    if (key) return shelf_->keep(id, *there, **there, seal(bytes, id, *key));
    if (key.error().fault != Fault::Damaged) return tl::unexpected(key.error());
  }
  const SecretKey fresh = SecretKey::random();
  return shelf_->keep(id, *there, wrap(fresh, id, ring_), seal(bytes, id, fresh));
}

Result<std::string> Blobs::get(const BlobId& id) const {
  const auto wrapped = shelf_->key(id);
  if (!wrapped) return tl::unexpected(wrapped.error());
  const auto key = unwrap(*wrapped, id, ring_);
  if (!key) return tl::unexpected(key.error());
  return shelf_->content(id).and_then(
      [&](const std::string& sealed) { return unseal(sealed, id, *key); });
}

Result<bool> Blobs::erase(const BlobId& id, std::chrono::sys_seconds before) {
  return shelf_->destroy(id, before);
}

Result<Swept> Blobs::sweep(const std::function<bool(const BlobId&)>& is_needed,
                           std::chrono::sys_seconds before) {
  const auto ids = shelf_->ids();
  if (!ids) return tl::unexpected(ids.error());
  Swept swept;
  for (const BlobId& id : *ids) {
    if (is_needed(id)) continue;
    const auto gone = shelf_->destroy(id, before);
    if (!gone) return tl::unexpected(gone.error());
    swept.blobs += *gone ? 1 : 0;
  }
  const auto parts = shelf_->tidy(before);
  if (!parts) return tl::unexpected(parts.error());
  swept.parts = *parts;
  return swept;
}

Result<Rotation> Blobs::rotate() {
  const auto ids = shelf_->ids();
  if (!ids) return tl::unexpected(ids.error());
  Rotation rotation;
  for (const BlobId& id : *ids) {
    const auto rewrapped = rewrap(id);
    if (rewrapped) {
      (*rewrapped ? rotation.rewrapped : rotation.already) += 1;
    } else if (rewrapped.error().fault != Fault::Missing) {  // erased meanwhile
      rotation.failures.push_back(rewrapped.error());
    }
  }
  return rotation;
}

Result<bool> Blobs::rewrap(const BlobId& id) {
  for (int i = 0; i < kTries; ++i) {
    const auto wrapped = shelf_->key(id);
    if (!wrapped) return tl::unexpected(wrapped.error());
    const auto key = unwrap(*wrapped, id, ring_);
    if (!key) return tl::unexpected(key.error());
    if (is_wrapped_by_current(*wrapped, ring_)) return false;
    const auto exchanged = shelf_->exchange_key(id, *wrapped, wrap(*key, id, ring_));
    if (!exchanged || *exchanged) return exchanged;
  }
  return contended(id);
}

Result<std::size_t> copy(const Shelf& from, Shelf& to) {
  const auto ids = from.ids();
  if (!ids) return tl::unexpected(ids.error());
  std::size_t copied = 0;
  for (const BlobId& id : *ids) {
    const auto there = key_if_any(to, id);
    const auto key = key_if_any(from, id);
    if (!there || !key) return tl::unexpected(!there ? there.error() : key.error());
    if (!*key || *there == *key) continue;
    const auto content = from.content(id);
    if (!content && content.error().fault == Fault::Missing) continue;  // erased meanwhile
    if (!content) return tl::unexpected(content.error());
    const auto kept = to.keep(id, *there, **key, *content);
    if (!kept) return tl::unexpected(kept.error());
    copied += *kept ? 1 : 0;
  }
  return copied;
}

}  // namespace vermilion::service::store::blobs
