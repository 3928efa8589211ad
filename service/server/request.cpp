#include "service/server/request.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace vermilion::service::server {
namespace {

tl::unexpected<Problem> refused(std::string detail, std::string pointer) {
  return tl::make_unexpected(Problem{Fault::BadRequest, std::move(detail), std::move(pointer)});
}

std::optional<int> hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

bool is_plain_text(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT(text.data(), at, size, character);
    if (character < 0x20 || character == 0x7F) return false;  // negative: no UTF-8
  }
  return true;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const auto high = hexadecimal(text[i + 1]);
    const auto low = hexadecimal(text[i + 2]);
    if (!high || !low) return std::nullopt;
    plain += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  return is_plain_text(plain) ? std::optional(plain) : std::nullopt;
}

std::string_view cut(std::string_view& text, char at) {
  const std::size_t end = text.find(at);
  const std::string_view first = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return first;
}

}  // namespace

tl::expected<Target, Problem> parse_target(std::string_view target) {
  if (target.empty() || target.front() != '/' || !is_plain_text(target) ||
      target.find_first_of("#\\ ") != std::string_view::npos) {
    return refused("the target is no path", "/path");
  }
  Target parsed{std::string(cut(target, '?')), {}};
  while (!target.empty()) {
    std::string_view value = cut(target, '&');
    const auto name = unescaped(cut(value, '='));
    const auto plain = unescaped(value);
    if (!name || !plain || name->empty()) return refused("the query cannot be read", "/query");
    if (!parsed.query.emplace(*name, *plain).second) {
      return refused("a name stands twice in the query", "/query/" + *name);
    }
  }
  return parsed;
}

}  // namespace vermilion::service::server
