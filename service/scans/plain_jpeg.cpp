#include "service/scans/plain_jpeg.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace vermilion::service::scans {
namespace {

// ITU T.81, table B.1.
constexpr std::uint8_t kStart = 0xD8;
constexpr std::uint8_t kEnd = 0xD9;
constexpr std::uint8_t kScan = 0xDA;
constexpr std::uint8_t kJfif = 0xE0;

bool is_of_a_picture(std::uint8_t marker) {
  constexpr std::uint8_t kQuantisation = 0xDB;
  constexpr std::uint8_t kBaseline = 0xC0;
  constexpr std::uint8_t kHuffman = 0xC4;
  constexpr std::uint8_t kRestart = 0xDD;
  return marker == kQuantisation || marker == kBaseline || marker == kHuffman ||
         marker == kRestart || marker == kJfif;
}

class Segments {
 public:
  explicit Segments(std::string_view bytes) : left_(bytes) {}

  std::optional<std::uint8_t> marker() {
    if (left_.size() < 2 || byte(0) != 0xFF) return std::nullopt;
    const std::uint8_t found = byte(1);
    left_.remove_prefix(2);
    return found;
  }

  // Its length counts itself.
  std::optional<std::string_view> segment() {
    if (left_.size() < 2) return std::nullopt;
    const std::size_t length = std::size_t{byte(0)} << 8 | byte(1);
    if (length < 2 || length > left_.size()) return std::nullopt;
    const auto content = left_.substr(2, length - 2);
    left_.remove_prefix(length);
    return content;
  }

  // Data of a scan up to the next marker: within it 0xFF is followed by 0 or a restart.
  void pass_data() {
    while (left_.size() >= 2) {
      const bool marks = byte(0) == 0xFF && byte(1) != 0 && (byte(1) & 0xF8U) != 0xD0;
      if (marks) return;
      left_.remove_prefix(1);
    }
  }

  bool empty() const { return left_.empty(); }

 private:
  std::uint8_t byte(std::size_t at) const { return static_cast<std::uint8_t>(left_[at]); }

  std::string_view left_;
};

// JFIF 1.02 without a thumbnail: fourteen bytes that say the density.
bool is_bare(std::string_view jfif) {
  return jfif.size() == 14 && jfif.starts_with(std::string_view("JFIF\0", 5)) &&
         jfif.substr(12) == std::string_view("\0\0", 2);
}

}  // namespace

bool is_plain_jpeg(std::string_view bytes) {
  Segments segments(bytes);
  if (segments.marker() != kStart) return false;
  while (const auto marker = segments.marker()) {
    if (*marker == kEnd) return segments.empty();
    if (*marker != kScan && !is_of_a_picture(*marker)) return false;
    const auto content = segments.segment();
    if (!content || (*marker == kJfif && !is_bare(*content))) return false;
    if (*marker == kScan) segments.pass_data();
  }
  return false;
}

}  // namespace vermilion::service::scans
