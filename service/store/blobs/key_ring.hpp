#pragma once

#include "service/store/blobs/secret_key.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::store::blobs {

// The keys that wrap the keys of blobs: a line for each, `<id> <64 hexadecimal digits>`, an id from
// 1 to 255; `#` begins a remark. The first wraps, the others still unwrap. Keys are changed by a
// new line on top, a rotation, and taking the old line out; what is left somewhere under the old
// key, in an older backup or a copy, is then lost to everybody.
class KeyRing {
 public:
  // From a file only we may read. Complaints quote no key.
  [[nodiscard]] static tl::expected<KeyRing, std::string> read(const std::filesystem::path& file);
  [[nodiscard]] static tl::expected<KeyRing, std::string> parse(std::string_view text);

  std::uint8_t current_id() const { return keys_.front().id; }
  const SecretKey& current() const { return keys_.front().key; }
  const SecretKey* find(std::uint8_t id) const;  // null: not in the file

 private:
  struct Wrapping {
    std::uint8_t id;
    SecretKey key;
  };
  explicit KeyRing(std::vector<Wrapping> keys) : keys_(std::move(keys)) {}
  std::vector<Wrapping> keys_;
};

// A line for a key file, with a key nobody has.
[[nodiscard]] std::string new_key_line(std::uint8_t id);

}  // namespace vermilion::service::store::blobs
