#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::samples::hostile {

using Bytes = std::vector<std::uint8_t>;

struct File {
  std::string name;
  Bytes bytes;
};

inline Bytes bytes_of(std::string_view text) {
  return {text.begin(), text.end()};
}

inline void append(Bytes& bytes, const Bytes& more) {
  bytes.insert(bytes.end(), more.begin(), more.end());
}

inline void append_big_endian(Bytes& bytes, std::uint64_t value, int count) {
  for (int i = count - 1; i >= 0; --i) bytes.push_back(static_cast<std::uint8_t>(value >> 8 * i));
}

inline void append_little_endian(Bytes& bytes, std::uint64_t value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> 8 * i));
}

// The first `count` bytes, as an interrupted copy leaves them.
inline Bytes cut(Bytes bytes, std::size_t count) {
  bytes.resize(count);
  return bytes;
}

}  // namespace vermilion::samples::hostile
