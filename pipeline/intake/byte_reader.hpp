#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace vermilion::pipeline::intake {

enum class ByteOrder : std::uint8_t { Big, Little };

// Looks into bytes nobody vouches for. What lies past the end reads as zero, so that a forgotten
// check can misjudge a file but never overrun it.
class ByteReader {
 public:
  ByteReader(std::span<const std::byte> bytes, ByteOrder order) : bytes_(bytes), order_(order) {}

  std::size_t size() const { return bytes_.size(); }

  bool has(std::size_t at, std::size_t count) const { return at <= size() && count <= size() - at; }

  std::uint8_t u8(std::size_t at) const {
    return at < size() ? std::to_integer<std::uint8_t>(bytes_[at]) : std::uint8_t{0};
  }

  std::uint16_t u16(std::size_t at) const {
    const unsigned first = u8(at);
    const unsigned second = u8(at + 1);
    return static_cast<std::uint16_t>(order_ == ByteOrder::Big ? first << 8 | second
                                                               : second << 8 | first);
  }

  std::uint32_t u32(std::size_t at) const {
    const std::uint32_t first = u16(at);
    const std::uint32_t second = u16(at + 2);
    return order_ == ByteOrder::Big ? first << 16 | second : second << 16 | first;
  }

  std::int32_t i32(std::size_t at) const { return static_cast<std::int32_t>(u32(at)); }

  // As much of it as there is.
  ByteReader part(std::size_t at, std::size_t count) const {
    if (at > size()) return {{}, order_};
    return {bytes_.subspan(at, std::min(count, size() - at)), order_};
  }

  ByteReader from(std::size_t at) const { return part(at, size()); }

  ByteReader in(ByteOrder order) const { return {bytes_, order}; }

  std::string_view text() const {
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
  }

  bool starts_with(std::string_view magic) const { return text().starts_with(magic); }

  std::optional<std::size_t> find(std::uint8_t value, std::size_t at) const {
    if (at >= size()) return std::nullopt;
    const void* found = std::memchr(bytes_.data() + at, value, size() - at);
    if (found == nullptr) return std::nullopt;
    return static_cast<std::size_t>(static_cast<const std::byte*>(found) - bytes_.data());
  }

 private:
  std::span<const std::byte> bytes_;
  ByteOrder order_;
};

}  // namespace vermilion::pipeline::intake
