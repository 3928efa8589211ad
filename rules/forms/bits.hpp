#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Bytes written and read in groups of a few bits, most significant first.
namespace vermilion::rules::forms {

class BitWriter {
 public:
  void put(unsigned value, unsigned bits) {
    for (unsigned bit = bits; bit-- > 0;) {
      if (used_ % 8 == 0) bytes_.push_back(0);
      const unsigned at = 7 - used_ % 8;
      bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | ((value >> bit & 1U) << at));
      ++used_;
    }
  }
  // The last byte is filled up with zeros.
  [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return bytes_; }

 private:
  std::vector<std::uint8_t> bytes_;
  unsigned used_ = 0;
};

class BitReader {
 public:
  explicit BitReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::optional<unsigned> take(unsigned bits) {
    if (left() < bits) return std::nullopt;
    unsigned value = 0;
    for (; bits > 0; --bits, ++at_) {
      value = value << 1U | (bytes_[at_ / 8] >> (7 - at_ % 8) & 1U);
    }
    return value;
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size() * 8 - at_; }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

}  // namespace vermilion::rules::forms
