#include "rules/schema/scalars.hpp"

#include "rules/mistake_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>

namespace vermilion::rules::schema {
namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<double> parsed(std::string_view text) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  const bool read = error == std::errc() && end == text.data() + text.size();
  return read && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string without(std::string_view text, std::string_view signs) {
  std::string rest(text);
  std::erase_if(rest, [&](char c) { return signs.find(c) != std::string_view::npos; });
  return rest;
}

// `２２０．５` -> "220.5"; the full-width forms lie in one row of Unicode, three bytes each.
std::string half_width(std::string_view text) {
  std::string narrow;
  for (std::size_t i = 0; i < text.size();) {
    const bool wide = i + 2 < text.size() && text[i] == '\xEF' && text[i + 1] == '\xBC';
    narrow += wide ? static_cast<char>((text[i + 2] & 0x3F) + 0x20) : text[i];
    i += wide ? 3 : 1;
  }
  return narrow;
}

// `22O00`, `l0`: letters for the digits they look like.
std::string letters_to_digits(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == 'O' || c == 'o'; }, '0');
  std::ranges::replace_if(
      text, [](char c) { return c == 'l' || c == 'I'; }, '1');
  return text;
}

struct Slip {
  MistakeCode code;
  std::string meant;
};

std::optional<Slip> leading_zeros(std::string_view text) {
  if (text.size() < 2 || text[0] != '0' || !is_digit(text[1])) return std::nullopt;
  const std::size_t first = std::min(text.find_first_not_of('0'), text.size() - 1);
  return parsed(text)
             ? std::optional(Slip{MistakeCode::NumberLeadingZero,
                                  std::string(text.substr(text[first] == '.' ? first - 1 : first))})
             : std::nullopt;
}

std::optional<Slip> grouped(std::string_view text) {
  const std::string joined = without(text, ",_ '");
  if (joined.size() == text.size() || !parsed(joined)) return std::nullopt;
  return Slip{MistakeCode::NumberGrouped, joined};
}

std::optional<Slip> full_width(std::string_view text) {
  const std::string narrow = half_width(text);
  if (narrow == text || !parsed(narrow)) return std::nullopt;
  return Slip{MistakeCode::NumberFullWidth, narrow};
}

std::optional<Slip> with_letter(std::string_view text) {
  std::string digits = letters_to_digits(std::string(text));
  if (digits == text || !parsed(digits) || text.find_first_of(kDigits) == std::string_view::npos) {
    return std::nullopt;
  }
  return Slip{MistakeCode::NumberWithLetter, std::move(digits)};
}

struct Factor {
  std::string_view unit;   // of the value
  std::string_view typed;  // what was put behind the number
  double factor;
};

constexpr std::array kFactors{
    Factor{"bytes", "K", 1024},     Factor{"bytes", "KB", 1024}, Factor{"bytes", "M", 1048576},
    Factor{"bytes", "MB", 1048576}, Factor{"fen", "元", 100},    Factor{"fen", "yuan", 100},
};

// `1 MB` where bytes are counted: 1048576.
std::optional<Slip> with_unit(std::string_view text, std::string_view unit) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto value = parsed(text.substr(0, end));
  if (!value || end == text.size()) return std::nullopt;
  std::string_view typed = text.substr(end);
  typed.remove_prefix(std::min(typed.find_first_not_of(' '), typed.size()));
  if (typed.empty() || typed.size() > 12 ||
      typed.find_first_of(kDigits) != std::string_view::npos) {
    return std::nullopt;
  }
  const auto row = std::ranges::find_if(
      kFactors, [&](const Factor& factor) { return factor.unit == unit && factor.typed == typed; });
  const double factor = row == kFactors.end() ? 1 : row->factor;
  return Slip{MistakeCode::NumberWithUnit, plain_number(*value * factor)};
}

std::optional<Slip> slip_in(const yaml::Node& node, std::string_view unit) {
  if (node.quoted && parsed(node.text)) return Slip{MistakeCode::NumberQuoted, node.text};
  if (auto slip = full_width(node.text)) return slip;
  if (auto slip = grouped(node.text)) return slip;
  if (auto slip = with_letter(node.text)) return slip;
  if (auto slip = with_unit(node.text, unit)) return slip;
  return leading_zeros(node.text);
}

// " mm" behind a bound, or nothing.
std::string behind(std::string_view unit, Language language) {
  return unit.empty() ? "" : fmt::format(" {}", schema_word(unit, language));
}

}  // namespace

std::string plain_number(double value) {
  return fmt::format("{}", std::trunc(value) == value && std::abs(value) < 1e15
                               ? fmt::format("{:.0f}", value)
                               : fmt::format("{}", value));
}

tl::expected<double, Mistake> number(const yaml::Node& node, const Value& value,
                                     std::string_view key) {
  const auto refused = [&](MistakeCode code, std::string meant = "") {
    return tl::unexpected(Mistake{code,
                                  node.span,
                                  {{"key", std::string(key)},
                                   {"value", node.text},
                                   {"meant", std::move(meant)},
                                   {"expected", std::string(name(value.kind))},
                                   {"unit", value.unit.empty() ? "none" : std::string(value.unit)},
                                   {"behind.zh", behind(value.unit, Language::Chinese)},
                                   {"behind.en", behind(value.unit, Language::English)},
                                   {"min", plain_number(value.min)},
                                   {"max", plain_number(value.max)}}});
  };
  if (auto slip = slip_in(node, value.unit)) return refused(slip->code, std::move(slip->meant));
  const auto read = parsed(node.text);
  if (!read) return refused(MistakeCode::NumberWrong);
  const bool whole = std::trunc(*read) == *read;
  if (value.kind == ValueKind::Whole && !whole) return refused(MistakeCode::NumberNotWhole);
  if (*read < value.min || *read > value.max) return refused(MistakeCode::RangeWrong);
  return *read;
}

tl::expected<bool, Mistake> boolean(const yaml::Node& node, std::string_view key) {
  if (!node.quoted && (node.text == "true" || node.text == "false")) return node.text == "true";
  return tl::unexpected(Mistake{
      MistakeCode::BooleanWrong, node.span, {{"key", std::string(key)}, {"value", node.text}}});
}

bool is_id(std::string_view text) {
  constexpr std::size_t kLongest = 64;  // the database column that quotes it
  const auto may_stand = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; };
  return !text.empty() && text.size() <= kLongest && text[0] >= 'a' && text[0] <= 'z' &&
         std::ranges::all_of(text, may_stand);
}

bool is_source(std::string_view text) {
  const auto take_digits = [&] {
    const std::size_t count = std::min(text.find_first_not_of(kDigits), text.size());
    text.remove_prefix(count);
    return count > 0 && count <= 3;
  };
  const auto take = [&](char sign) {
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(1);
    return true;
  };
  if (!take('S') || !take_digits()) return false;
  if (text.empty()) return true;
  return take('/') && take_digits() && take('.') && take_digits() && text.empty();
}

}  // namespace vermilion::rules::schema
