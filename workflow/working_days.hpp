#pragma once

#include "workflow/instant.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

// Deadlines in working days, as counted in Beijing. Holidays are data, one file a year, as the
// State Council announces them each autumn for the year that follows.
namespace vermilion::workflow {

using Day = std::chrono::sys_days;  // a civil day in Beijing

// Beijing is eight hours ahead all year: there has been no daylight saving time since 1991.
constexpr Day beijing_day(Instant at) {
  return std::chrono::floor<std::chrono::days>(at + std::chrono::hours(8));
}
constexpr Instant beijing(Day day, std::chrono::seconds time_of_day = {}) {
  return Instant(day) - std::chrono::hours(8) + time_of_day;
}

class WorkingDays {
 public:
  // Weekends alone.
  WorkingDays() = default;

  // The years that came with the program (holidays/*.json).
  static const WorkingDays& shipped();

  // One more year, or another version of one:
  // {"year": 2026, "source": "…", "off": ["2026-01-01", …], "on": ["2026-01-04", …]}
  // `off` are working days that are free, `on` weekend days that are worked. What is wrong with the
  // text comes back as a sentence.
  [[nodiscard]] tl::expected<void, std::string> add_year(std::string_view json);

  // Whether the holidays of the year are known; without them only weekends are free.
  bool knows(std::chrono::year year) const { return sources_.contains(static_cast<int>(year)); }
  bool is_working(Day day) const;

  // The end of the n-th working day after the day of `from`, which itself does not count (Civil
  // Code, article 201).
  Instant deadline(Instant from, int working_days) const;

  // When the courier comes next: about 19:00, on working days.
  Instant next_courier(Instant now) const;

 private:
  std::map<int, std::string> sources_;
  std::set<Day> off_;
  std::set<Day> on_;
};

}  // namespace vermilion::workflow
