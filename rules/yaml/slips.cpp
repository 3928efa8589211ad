#include "rules/yaml/slips.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <utility>

namespace vermilion::rules::yaml {
namespace {

constexpr auto kNone = std::string_view::npos;

// A piece of the file, and where in the file it stands.
struct Piece {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] Piece from(std::size_t offset) const { return {text.substr(offset), at + offset}; }
  [[nodiscard]] bool starts_with(std::string_view prefix) const { return text.starts_with(prefix); }
};

Mistake slip(MistakeCode code, std::size_t at, std::size_t length) {
  return {code, {at, at + length}};
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// How long the name is that a piece begins with: our keys are lower-case ASCII.
std::size_t name_length(std::string_view text) {
  if (text.empty() || text.front() < 'a' || text.front() > 'z') return 0;
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_name_byte) - text.begin());
}

std::size_t blanks(std::string_view text) {
  return std::min(text.find_first_not_of(' '), text.size());
}

std::string_view first_of(Piece piece, std::initializer_list<std::string_view> signs) {
  const auto found =
      std::ranges::find_if(signs, [&](std::string_view sign) { return piece.starts_with(sign); });
  return found == signs.end() ? std::string_view() : *found;
}

// `name：`, `name:x`
std::optional<Mistake> slip_after_name(Piece piece) {
  const std::size_t name = name_length(piece.text);
  if (name == 0) return std::nullopt;
  const Piece rest = piece.from(name + blanks(piece.text.substr(name)));
  if (rest.starts_with("：")) return slip(MistakeCode::YamlFullWidthColon, rest.at, 3);
  if (!rest.starts_with(":") || rest.text.size() < 2) return std::nullopt;
  const Piece behind = rest.from(1);
  if (first_of(behind, {" ", "\r", "\n", "/", ":", ",", "}", "]"}) != "") return std::nullopt;
  if (behind.starts_with("　")) return slip(MistakeCode::YamlFullWidthSpace, behind.at, 3);
  return slip(MistakeCode::YamlColonWithoutSpace, piece.at, name + 1 + (rest.at - piece.at - name));
}

// `－ x`, `-x`, `＃ x`, `　x`
std::optional<Mistake> slip_before_name(Piece piece) {
  if (first_of(piece, {"　", "\u00A0"}) != "") {
    return slip(MistakeCode::YamlFullWidthSpace, piece.at,
                first_of(piece, {"　", "\u00A0"}).size());
  }
  if (piece.starts_with("＃")) return slip(MistakeCode::YamlFullWidthHash, piece.at, 3);
  const std::string_view dash = first_of(piece, {"－", "—", "–", "―"});
  if (!dash.empty()) {
    const Piece rest = piece.from(dash.size());
    const bool item = rest.starts_with(" ") || name_length(rest.text) > 0;
    if (item) return slip(MistakeCode::YamlFullWidthDash, piece.at, dash.size());
  }
  const bool dashed = piece.starts_with("-") && name_length(piece.text.substr(1)) > 0;
  if (dashed) return slip(MistakeCode::YamlDashWithoutSpace, piece.at, 1);
  return std::nullopt;
}

// Where `key: value` may begin.
std::optional<Mistake> slip_in_entry(Piece piece) {
  if (auto found = slip_before_name(piece)) return found;
  return slip_after_name(piece);
}

// Is the piece put into a pair of signs as a whole?
bool is_enclosed(std::string_view text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open) || !text.ends_with(close)) return false;
  if (text.size() < open.size() + close.size()) return false;
  const std::string_view inner = text.substr(open.size(), text.size() - open.size() - close.size());
  return inner.find(close) == kNone;
}

// `“text”`, `｛…`, `［…`, `【a】`
std::optional<Mistake> slip_around(Piece piece) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array kQuotes{Pair{"“", "”"}, Pair{"‘", "’"}, Pair{"＂", "＂"}, Pair{"＇", "＇"}};
  const bool quoted = std::ranges::any_of(
      kQuotes, [&](const Pair& pair) { return is_enclosed(piece.text, pair.first, pair.second); });
  if (quoted) return slip(MistakeCode::YamlFullWidthQuote, piece.at, 3);
  const bool listed = is_enclosed(piece.text, "【", "】") || first_of(piece, {"｛", "［"}) != "";
  if (listed) return slip(MistakeCode::YamlFullWidthBracket, piece.at, 3);
  return std::nullopt;
}

// `[blank，scope]`: one scalar of two names.
std::optional<Mistake> slip_between_names(Piece piece) {
  const std::size_t name = name_length(piece.text);
  if (name == 0) return std::nullopt;
  const Piece rest = piece.from(name + blanks(piece.text.substr(name)));
  if (first_of(rest, {"，", "、", "；"}).empty()) return std::nullopt;
  const Piece next = rest.from(3);
  if (name_length(next.text.substr(blanks(next.text))) == 0) return std::nullopt;
  return slip(MistakeCode::YamlFullWidthComma, rest.at, 3);
}

// Does a scalar stand where an entry could begin: first on its line, in its brackets, behind `- `?
bool may_begin_entry(std::string_view text, std::size_t begin) {
  const std::size_t before = text.substr(0, begin).find_last_not_of(' ');
  return before == kNone || std::string_view("\n-{[,").find(text[before]) != kNone;
}

// ---- lines libyaml refused

std::string_view without_comment(std::string_view line) {
  if (line.substr(blanks(line)).starts_with('#')) return {};
  return line.substr(0, line.find(" #"));
}

Piece entry_of(Piece line) {
  line = line.from(blanks(line.text));
  while (line.starts_with("- ")) line = line.from(1 + blanks(line.text.substr(1)));
  return line;
}

// `公章：必须`: a key somebody wrote in Chinese. Only asked where libyaml misses a colon.
std::optional<Mistake> slip_after_han_name(Piece entry) {
  const std::size_t colon = entry.text.find("：");
  if (colon == kNone || entry.text.substr(0, colon).find_first_of(" :,\"'{[") != kNone) {
    return std::nullopt;
  }
  return slip(MistakeCode::YamlFullWidthColon, entry.at + colon, 3);
}

// Behind `{` or `,`, full-width or not: `{zh：x`, `x，en: y`.
std::optional<Mistake> slip_in_flow(Piece line) {
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    const std::string_view sign = first_of(line.from(i), {"{", ",", "，", "、"});
    if (sign.empty()) continue;
    const Piece after = line.from(i + sign.size());
    const Piece entry = after.from(blanks(after.text));
    const std::size_t name = name_length(entry.text);
    if (name == 0) continue;
    const bool keyed = first_of(entry.from(name), {":", "："}) != "";
    if (keyed && sign.size() == 3) {
      return slip(MistakeCode::YamlFullWidthComma, line.at + i, sign.size());
    }
    if (auto found = slip_after_name(entry)) return found;
  }
  return std::nullopt;
}

std::optional<Mistake> first_sign(Piece line, MistakeCode code,
                                  std::initializer_list<std::string_view> signs) {
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    const std::string_view sign = first_of(line.from(i), signs);
    if (!sign.empty()) return slip(code, line.at + i, sign.size());
  }
  return std::nullopt;
}

std::optional<Mistake> slip_in_line(Piece line) {
  const Piece entry = entry_of(line);
  if (auto found = slip_in_entry(entry)) return found;
  if (auto found = slip_in_flow(line)) return found;
  if (auto found = first_sign(line, MistakeCode::YamlFullWidthBracket, {"｛", "｝", "［", "］"})) {
    return found;
  }
  if (auto found = slip_after_han_name(entry)) return found;
  // A quote opened by the one kind and closed by the other.
  if (line.text.find_first_of("\"'") != kNone) {
    return first_sign(line, MistakeCode::YamlFullWidthQuote, {"“", "”", "‘", "’", "＂", "＇"});
  }
  return std::nullopt;
}

}  // namespace

std::optional<Mistake> slip_in_scalar(std::string_view text, Span scalar) {
  const Piece whole{text.substr(scalar.begin, scalar.end - scalar.begin), scalar.begin};
  if (whole.starts_with("　")) return slip(MistakeCode::YamlFullWidthSpace, whole.at, 3);
  if (auto found = slip_around(whole)) return found;
  if (auto found = slip_between_names(whole)) return found;
  if (!may_begin_entry(text, scalar.begin)) return std::nullopt;
  return slip_in_entry(whole);
}

std::optional<Mistake> slip_in_lines(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t begin = 0;
  for (std::size_t line = 0; line <= to && begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (line >= from) {
      const Piece piece{without_comment(text.substr(begin, end - begin)), begin};
      if (auto found = slip_in_line(piece)) return found;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace vermilion::rules::yaml
