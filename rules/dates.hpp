#pragma once

#include <chrono>
#include <optional>
#include <string_view>

// Days as documents write them.
namespace vermilion::rules {

// "2026年11月21日", "2026-11-21", "2026.11.21", "2026/11/21", zeros and blanks as one likes;
// nothing for what is no day of the calendar, and for years of two digits.
[[nodiscard]] std::optional<std::chrono::year_month_day> day_in(std::string_view text);

}  // namespace vermilion::rules
