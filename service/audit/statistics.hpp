#pragma once

#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// How much there was to do, and how long people waited for it.
namespace vermilion::service::audit {

// A day of Beijing.
struct Day {
  std::string date;  // "2026-11-22"
  std::int64_t begun = 0;
  std::int64_t submitted = 0;
  std::int64_t approved = 0;
  std::int64_t rejected = 0;
  std::int64_t paid = 0;
  std::int64_t made = 0;
  std::map<std::string, std::int64_t> verdicts;  // of the machine, on the scans read that day
  // From submission to decision, of what was decided that day; unset: nothing was.
  std::optional<std::int64_t> waited_median_s;
  std::optional<std::int64_t> waited_longest_s;
};

// Day by day, the last first; at most so many that end with the day of `now_s`.
[[nodiscard]] std::vector<Day> statistics(store::database::Transaction& transaction, int days,
                                          std::int64_t now_s);

}  // namespace vermilion::service::audit
