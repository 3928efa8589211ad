#include "rules/forms/base32.hpp"

#include "rules/forms/bits.hpp"

#include <algorithm>

namespace vermilion::rules::forms {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr unsigned kBits = 5;

}  // namespace

std::string base32(std::span<const std::uint8_t> bytes) {
  std::string text;
  BitReader reader(bytes);
  while (reader.left() > 0) {
    const auto rest = static_cast<unsigned>(std::min<std::size_t>(reader.left(), kBits));
    text += kAlphabet[*reader.take(rest) << (kBits - rest)];
  }
  return text;
}

std::optional<std::vector<std::uint8_t>> base32_bytes(std::string_view text) {
  BitWriter writer;
  for (const char letter : text) {
    const auto value = kAlphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    writer.put(static_cast<unsigned>(value), kBits);
  }
  std::vector<std::uint8_t> bytes = writer.bytes();
  bytes.resize(text.size() * kBits / 8);
  if (base32(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace vermilion::rules::forms
