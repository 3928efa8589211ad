#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace vermilion::service::batch {

struct Contents {
  std::vector<std::byte> bytes;
  std::size_t size = 0;      // of the whole file, as far as it is known
  bool reached_cap = false;  // there may be more than `bytes`
};

// Reads at most `cap` bytes, whatever the file claims to hold. The error is the system's own words.
[[nodiscard]] tl::expected<Contents, std::string> read_file(const std::string& path,
                                                            std::size_t cap);
[[nodiscard]] tl::expected<Contents, std::string> read_stream(std::FILE* stream, std::size_t cap);

}  // namespace vermilion::service::batch
