#include "workflow/working_days.hpp"

#include "workflow/data_files.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cassert>
#include <optional>
#include <vector>

namespace vermilion::workflow {
namespace {

using std::chrono::days;

// The hour S.F. scans what it has taken along.
constexpr std::chrono::hours kCourierHour{19};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "2026-01-04"
std::optional<Day> day_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

bool is_weekend(Day day) {
  const std::chrono::weekday weekday(day);
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

tl::expected<std::vector<Day>, std::string> days_in(const nlohmann::json& file,
                                                    std::string_view key, int year) {
  std::vector<Day> result;
  for (const auto& entry : file.at(std::string(key))) {
    const auto text = entry.get<std::string>();
    const auto day = day_of(text);
    if (!day || std::chrono::year_month_day(*day).year() != std::chrono::year(year)) {
      return tl::unexpected(fmt::format("{}: {} is no day of {}", key, text, year));
    }
    result.push_back(*day);
  }
  return result;
}

}  // namespace

const WorkingDays& WorkingDays::shipped() {
  static const WorkingDays kShipped = [] {
    WorkingDays calendar;
    for (const std::string_view year : data_files::kHolidays) {
      [[maybe_unused]] const auto added = calendar.add_year(year);
      assert(added && "the files beside the program are tested");
    }
    return calendar;
  }();
  return kShipped;
}

tl::expected<void, std::string> WorkingDays::add_year(std::string_view json) {
  try {
    const auto file = nlohmann::json::parse(json);
    const int year = file.at("year");
    const std::string source = file.at("source");
    const auto off = days_in(file, "off", year);
    if (!off) return tl::unexpected(off.error());
    const auto on = days_in(file, "on", year);
    if (!on) return tl::unexpected(on.error());
    const auto of_that_year = [&](Day day) {
      return std::chrono::year_month_day(day).year() == std::chrono::year(year);
    };
    std::erase_if(off_, of_that_year);
    std::erase_if(on_, of_that_year);
    off_.insert(off->begin(), off->end());
    on_.insert(on->begin(), on->end());
    sources_[year] = source;
    return {};
  } catch (const nlohmann::json::exception& error) {
    return tl::unexpected(std::string(error.what()));
  }
}

bool WorkingDays::is_working(Day day) const {
  if (on_.contains(day)) return true;
  return !is_weekend(day) && !off_.contains(day);
}

Instant WorkingDays::deadline(Instant from, int working_days) const {
  Day day = beijing_day(from);
  for (int left = working_days; left > 0;) {
    day += days(1);
    if (is_working(day)) --left;
  }
  return beijing(day + days(1));
}

Instant WorkingDays::next_courier(Instant now) const {
  Day day = beijing_day(now);
  if (now >= beijing(day, kCourierHour)) day += days(1);
  while (!is_working(day)) day += days(1);
  return beijing(day, kCourierHour);
}

}  // namespace vermilion::workflow
