#include "rules/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <string>

namespace vermilion::rules {
namespace {

// A number of so many digits that a text begins with, taken from it.
std::optional<int> take_number(std::string_view& text, std::size_t min, std::size_t max) {
  const auto digits = static_cast<std::size_t>(
      std::ranges::find_if(text, [](char c) { return c < '0' || c > '9'; }) - text.begin());
  if (digits < min || digits > max) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return number;
}

bool take_sign(std::string_view& text, std::initializer_list<std::string_view> signs) {
  const auto sign =
      std::ranges::find_if(signs, [&](std::string_view each) { return text.starts_with(each); });
  if (sign == signs.end()) return false;
  text.remove_prefix(sign->size());
  return true;
}

}  // namespace

std::optional<std::chrono::year_month_day> day_in(std::string_view text) {
  std::string close(text);
  std::erase(close, ' ');
  std::string_view rest = close;
  const auto year = take_number(rest, 4, 4);
  if (!year || !take_sign(rest, {"年", "-", ".", "/"})) return std::nullopt;
  const auto month = take_number(rest, 1, 2);
  if (!month || !take_sign(rest, {"月", "-", ".", "/"})) return std::nullopt;
  const auto day = take_number(rest, 1, 2);
  if (!day) return std::nullopt;
  take_sign(rest, {"日"});
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!rest.empty() || !date.ok()) return std::nullopt;
  return date;
}

}  // namespace vermilion::rules
