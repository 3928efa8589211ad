#include "rules/excerpt.hpp"

#include "rules/mistake_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

namespace vermilion::rules {
namespace {

// A line longer than this is cut, so that the caret stays below its token on a usual terminal.
constexpr std::size_t kExcerptWidth = 100;

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kCut = "...";

struct Character {
  UChar32 code;
  std::size_t begin;
  std::size_t end;
};

// The next character; a byte that is none becomes U+FFFD, as editors show it.
Character next_character(std::string_view text, std::size_t at) {
  auto end = static_cast<int32_t>(at);
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(text.data(), end, static_cast<int32_t>(text.size()), code);
  return {code, at, static_cast<std::size_t>(end)};
}

// Ambiguous ones (“ ” … ·) count one, as terminals have them unless told otherwise.
std::size_t width_of(UChar32 code) {
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

bool may_be_shown(UChar32 code) {
  const auto type = u_charType(code);
  return type != U_CONTROL_CHAR && type != U_FORMAT_CHAR && type != U_SURROGATE &&
         type != U_LINE_SEPARATOR && type != U_PARAGRAPH_SEPARATOR && type != U_UNASSIGNED;
}

struct Cell {
  std::string text;
  std::size_t width;
};

Cell cell_of(std::string_view text, const Character& character) {
  if (character.code == '\t') return {" ", 1};
  if (!may_be_shown(character.code)) return {std::string(kReplacement), 1};
  if (character.code == 0xFFFD) return {std::string(kReplacement), 1};
  return {std::string(text.substr(character.begin, character.end - character.begin)),
          width_of(character.code)};
}

std::string_view line_around(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::string_view line = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Excerpt {
  std::string line;
  std::size_t caret_at = 0;  // cells in front of it
  std::size_t carets = 1;
};

// The part of the line that holds [begin, end), from some way before it to the width allowed.
Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
  const std::size_t before = display_width(line.substr(0, begin));
  const bool cut = display_width(line) > kExcerptWidth;
  const std::size_t from = cut && before > kExcerptWidth / 2 ? before - kExcerptWidth / 2 : 0;
  Excerpt excerpt{.line = from > 0 ? std::string(kCut) : ""};
  std::size_t column = 0;
  std::size_t shown = excerpt.line.size();
  std::size_t carets = 0;
  for (std::size_t i = 0; i < line.size() && shown < kExcerptWidth;) {
    const Character character = next_character(line, i);
    const Cell cell = cell_of(line, character);
    if (column >= from) {
      if (i < begin) excerpt.caret_at = shown + cell.width;
      if (i >= begin && i < end) carets += cell.width;
      excerpt.line += cell.text;
      shown += cell.width;
    }
    column += cell.width;
    i = character.end;
  }
  if (shown >= kExcerptWidth) excerpt.line += kCut;
  excerpt.carets = std::max<std::size_t>(1, carets);
  return excerpt;
}

nlohmann::ordered_json offsets(const Place& place) {
  return {{"byte", place.byte}, {"character", place.character}, {"utf16", place.utf16}};
}

std::string_view severity(MistakeCode code, bool zh) {
  if (is_warning(code)) return zh ? "警告：" : "warning: ";
  return zh ? "错误：" : "error: ";
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = next_character(text, i);
    width += cell_of(text, character).width;
    i = character.end;
  }
  return width;
}

Place place_of(std::size_t byte, std::string_view text) {
  Place place{.byte = std::min(byte, text.size())};
  std::size_t line = 0;
  for (std::size_t i = 0; i < place.byte;) {
    const Character character = next_character(text, i);
    i = character.end;
    ++place.character;
    place.utf16 += U16_LENGTH(character.code);
    if (character.code != '\n') continue;
    ++place.line;
    line = i;
  }
  place.column = 1 + display_width(text.substr(line, place.byte - line));
  return place;
}

std::string render(const Mistake& mistake, const yaml::Source& source, Language language) {
  const bool zh = language == Language::Chinese;
  const Place place = place_of(mistake.span.begin, source.text);
  const std::string_view line = line_around(source.text, place.byte);
  const auto in_line = place.byte - static_cast<std::size_t>(line.data() - source.text.data());
  const Excerpt excerpt =
      excerpt_of(line, in_line, in_line + (mistake.span.end - mistake.span.begin));
  const MistakeText text = text_of(mistake, language);
  return fmt::format("{}:{}:{}: {}{}\n{:>4} | {}\n     | {:{}}{}\n  {}{}", source.name, place.line,
                     place.column, severity(mistake.code, zh), text.message, place.line,
                     excerpt.line, "", excerpt.caret_at, std::string(excerpt.carets, '^'),
                     zh ? "提示：" : "hint: ", text.hint);
}

nlohmann::ordered_json to_json(const Mistake& mistake, const yaml::Source& source) {
  const Place begin = place_of(mistake.span.begin, source.text);
  const Place end = place_of(mistake.span.end, source.text);
  const MistakeText zh = text_of(mistake, Language::Chinese);
  const MistakeText en = text_of(mistake, Language::English);
  return {{"code", name(mistake.code)},
          {"severity", is_warning(mistake.code) ? "warning" : "error"},
          {"file", source.name},
          {"line", begin.line},
          {"column", begin.column},
          {"begin", offsets(begin)},
          {"end", offsets(end)},
          {"message", {{"zh", zh.message}, {"en", en.message}}},
          {"hint", {{"zh", zh.hint}, {"en", en.hint}}}};
}

}  // namespace vermilion::rules
