#include "rules/yaml/encoding.hpp"

#include "rules/yaml/parse.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace vermilion::rules::yaml {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool between(char c, unsigned char low, unsigned char high) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= low && byte <= high;
}

// Double bytes of GBK: a lead, then a trail. Other encodings rarely keep to that over a whole file.
bool is_gbk(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (between(text[i], 0, 0x7F)) continue;
    if (!between(text[i], 0x81, 0xFE) || i + 1 == text.size()) return false;
    ++i;
    if (!between(text[i], 0x40, 0x7E) && !between(text[i], 0x80, 0xFE)) return false;
  }
  return true;
}

// What cannot be seen cannot be corrected; what turns the direction of writing hides what follows.
bool is_forbidden(UChar32 character) {
  if (character == '\n' || character == '\t') return false;
  switch (u_charType(character)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
      return true;
    default:
      return U_IS_UNICODE_NONCHAR(character);
  }
}

Mistake not_utf8(std::string_view text, std::size_t at) {
  const bool gbk = is_gbk(text);
  const std::size_t end = std::min(at + (gbk ? 2 : 1), text.size());
  return {gbk ? MistakeCode::FileGbk : MistakeCode::FileNotUtf8, {at, end}};
}

std::optional<Mistake> wrong_character(std::string_view text) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 character = 0;
    U8_NEXT(text.data(), i, size, character);
    if (character < 0) return not_utf8(text, static_cast<std::size_t>(begin));
    const bool line_end =
        character == '\r' && i < size && text[static_cast<std::size_t>(i)] == '\n';
    if (line_end || !is_forbidden(character)) continue;
    return Mistake{MistakeCode::CharacterForbidden,
                   {static_cast<std::size_t>(begin), static_cast<std::size_t>(i)},
                   {{"character", fmt::format("U+{:04X}", static_cast<std::uint32_t>(character))}}};
  }
  return std::nullopt;
}

std::optional<Mistake> tab_in_indentation(std::string_view text) {
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t word = std::min(text.find_first_not_of(" \t", line), text.size());
    const std::size_t tab = text.find('\t', line);
    const bool blank = word == text.size() || text[word] == '\n' || text[word] == '\r';
    if (tab < word && !blank) return Mistake{MistakeCode::YamlTab, {tab, tab + 1}};
    line = std::min(text.find('\n', word), text.size() - 1) + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Mistake> unreadable(std::string_view text) {
  if (text.size() > kBytesMax) {
    return Mistake{MistakeCode::FileTooLarge, {}, {{"max", fmt::format("{}", kBytesMax)}}};
  }
  if (text.starts_with(kByteOrderMark)) {
    return Mistake{MistakeCode::FileBom, {0, kByteOrderMark.size()}};
  }
  if (auto mistake = wrong_character(text)) return mistake;
  return tab_in_indentation(text);
}

std::vector<std::size_t> character_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  starts.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!between(text[i], 0x80, 0xBF)) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

}  // namespace vermilion::rules::yaml
