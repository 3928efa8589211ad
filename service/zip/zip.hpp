#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Zip archives in memory: what some partners pack their files into.
namespace vermilion::service::zip {

struct Entry {
  std::string name;  // the bytes as they stand in the archive, of whatever encoding
  std::string content;

  friend bool operator==(const Entry&, const Entry&) = default;
};

// Every entry, its checksum held; else why not. More than `bytes_max` in all, an entry of more than
// that, or an encrypted one is refused before it is unpacked.
[[nodiscard]] tl::expected<std::vector<Entry>, std::string> unpacked(std::string_view archive,
                                                                     std::size_t bytes_max);

[[nodiscard]] tl::expected<std::string, std::string> packed(const std::vector<Entry>& entries);

}  // namespace vermilion::service::zip
