#pragma once

#include "service/store/blobs/key_ring.hpp"
#include "service/store/blobs/shelf.hpp"

#include <functional>

// Scans, forms and signature records: kept by what they hold, encrypted at rest, each under a key
// of its own.
namespace vermilion::service::store::blobs {

// Sixty times what a scan may have: whatever is larger is no document.
inline constexpr std::size_t kBlobBytesMax = std::size_t{64} << 20;

struct Rotation {
  std::size_t rewrapped = 0;
  std::size_t already = 0;        // under the key in use before
  std::vector<Failure> failures;  // of blobs that were damaged before; they stay as they were
};

struct Swept {
  std::size_t blobs = 0;
  std::size_t parts = 0;  // of broken-off writing
};

// May be used on several threads, and on one shelf by several processes, at once.
class Blobs {
 public:
  // The shelf must outlive this.
  Blobs(Shelf& shelf, KeyRing ring) : shelf_(&shelf), ring_(std::move(ring)) {}

  // What is returned outlives a power failure. The same bytes again are the same blob, kept once;
  // should it have been damaged, it is whole afterwards.
  [[nodiscard]] Result<BlobId> put(std::string_view bytes);

  // Exactly what was put under this id, or a failure: never other bytes.
  [[nodiscard]] Result<std::string> get(const BlobId& id) const;

  // Destroys the key, so that no copy of the content can be read again. False: it was put again at
  // `before` or later, so somebody still needs it. Afterwards the same bytes may be put anew.
  [[nodiscard]] Result<bool> erase(const BlobId& id, std::chrono::sys_seconds before);

  // Erases what nobody needs and was put before that moment: uploads whose order was never written.
  // `before` must lie further back than the longest time between a put and its commit.
  [[nodiscard]] Result<Swept> sweep(const std::function<bool(const BlobId&)>& is_needed,
                                    std::chrono::sys_seconds before);

  // Wraps every key with the one in use. Blobs can be read, put and erased meanwhile; broken off,
  // it is simply done again. Once it returns without failures, the other keys may leave the key
  // file.
  [[nodiscard]] Result<Rotation> rotate();

 private:
  Result<bool> put_once(const BlobId& id, std::string_view bytes);
  Result<bool> rewrap(const BlobId& id);

  Shelf* shelf_;
  KeyRing ring_;
};

// Every blob of one shelf that the other lacks, still sealed: what a backup and a move are made of.
// Says how many were copied.
[[nodiscard]] Result<std::size_t> copy(const Shelf& from, Shelf& to);

}  // namespace vermilion::service::store::blobs
