#pragma once

#include "service/store/blobs/blob_id.hpp"
#include "service/store/blobs/failure.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::service::store::blobs {

// Where blobs lie: a wrapped key and a sealed content for each id. A shelf knows no key and sees
// no plain byte. Everything that changes says what it expects to find, so that processes need not
// know of each other; an empty optional expects nothing.
//
// May be used on several threads, and by several processes, at once.
class Shelf {
 public:
  virtual ~Shelf() = default;

  // Writes both. False, with nothing changed, if another key lies there than expected. True means
  // that they outlive a power failure.
  virtual Result<bool> keep(const BlobId& id, const std::optional<std::string>& expected_key,
                            const std::string& key, const std::string& content) = 0;

  // Writes the key alone, under the same rule.
  virtual Result<bool> exchange_key(const BlobId& id, const std::string& expected_key,
                                    const std::string& key) = 0;

  // Fault::Missing where there is none.
  virtual Result<std::string> key(const BlobId& id) const = 0;
  virtual Result<std::string> content(const BlobId& id) const = 0;

  // Destroys the key, then takes the content away. False, with nothing changed, if it was kept (or
  // kept once more) at `before` or later. What is not there is destroyed.
  virtual Result<bool> destroy(const BlobId& id, std::chrono::sys_seconds before) = 0;

  // Of everything that lies there, whole or not, sorted.
  virtual Result<std::vector<BlobId>> ids() const = 0;

  // Takes away what broken-off writing left before that moment; how many.
  virtual Result<std::size_t> tidy(std::chrono::sys_seconds before) = 0;
};

}  // namespace vermilion::service::store::blobs
