#include "pipeline/text/characters.hpp"

namespace vermilion::pipeline::text {
namespace {

constexpr char32_t kFullWidthFirst = U'\uFF01';
constexpr char32_t kFullWidthLast = U'\uFF5E';
constexpr char32_t kFullWidthLead = 0xFEE0;  // from a full-width character to its ASCII twin

bool is_one_of(char32_t character, std::u32string_view set) {
  return set.find(character) != std::u32string_view::npos;
}

char32_t folded(char32_t c) {
  if (kFullWidthFirst <= c && c <= kFullWidthLast) c -= kFullWidthLead;
  if (is_one_of(c, U"[{<〔【〈《「『〖")) return U'(';
  if (is_one_of(c, U"]}>〕】〉》」』〗")) return U')';
  if (is_one_of(c, U"•‧・･")) return U'·';
  return c;
}

bool is_blank(char32_t c) {
  return c <= U' ' || c == U'\u00A0' || c == U'\u3000';
}

}  // namespace

std::u32string characters_of(std::string_view utf8) {
  std::u32string characters;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
      point = point << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    }
    characters += point;
    i += length;
  }
  return characters;
}

std::string utf8_of(std::u32string_view characters) {
  std::string utf8;
  const auto put = [&](char32_t byte) { utf8 += static_cast<char>(byte); };
  for (const char32_t c : characters) {
    if (c < 0x80) {
      put(c);
      continue;
    }
    if (c >= 0x10000) put(0xF0 | c >> 18);
    if (c >= 0x800) put((c >= 0x10000 ? 0x80 : 0xE0) | (c >> 12 & (c >= 0x10000 ? 0x3F : 0x0F)));
    put((c >= 0x800 ? 0x80 : 0xC0) | (c >> 6 & (c >= 0x800 ? 0x3F : 0x1F)));
    put(0x80 | (c & 0x3F));
  }
  return utf8;
}

std::u32string compared(std::u32string_view characters) {
  std::u32string result;
  for (const char32_t c : characters) {
    if (!is_blank(c)) result += folded(c);
  }
  return result;
}

bool is_han(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
  return within(0x3400, 0x4DBF) || within(0x4E00, 0x9FFF) || within(0xF900, 0xFAFF) ||
         within(0x20000, 0x323AF);
}

}  // namespace vermilion::pipeline::text
