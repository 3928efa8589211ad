#include "service/audit/statistics.hpp"

#include "workflow/working_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace vermilion::service::audit {
namespace {

using store::database::Transaction;
using workflow::Instant;

constexpr std::int64_t kDay_s = 24 * 3600;

std::string date_of(std::int64_t at_s) {
  const std::chrono::year_month_day date(
      workflow::beijing_day(Instant(std::chrono::seconds(at_s))));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

struct Counted {
  std::string_view kind;  // of ledger entries
  std::int64_t Day::*count;
};
constexpr std::array kCounted{
    Counted{"begun", &Day::begun},          Counted{"submitted", &Day::submitted},
    Counted{"approved", &Day::approved},    Counted{"rejected", &Day::rejected},
    Counted{"payment_settled", &Day::paid}, Counted{"certificate_made", &Day::made}};

// By date, all that are asked for.
class Days {
 public:
  Days(int days, std::int64_t now_s) {
    for (int i = 0; i < days; ++i) {
      Day day;
      day.date = date_of(now_s - i * kDay_s);
      place_[day.date] = all_.size();
      all_.push_back(std::move(day));
    }
  }

  Day* at(std::int64_t at_s) {
    const auto found = place_.find(date_of(at_s));
    return found == place_.end() ? nullptr : &all_[found->second];
  }
  std::vector<Day> take() { return std::move(all_); }

 private:
  std::vector<Day> all_;
  std::map<std::string, std::size_t> place_;
};

// Entries of orders in their order: what was submitted when, and when it was decided.
void count_entries(Transaction& transaction, std::int64_t from_s, Days& days) {
  std::map<std::string, std::int64_t> submitted;
  std::map<Day*, std::vector<std::int64_t>> waits;
  for (const auto& [stream, kind, at_s] : transaction.rows<std::string, std::string, std::int64_t>(
           "SELECT stream, kind, at FROM ledger WHERE at >= $1 AND kind IN ('begun', 'submitted',"
           " 'approved', 'rejected', 'payment_settled', 'certificate_made') ORDER BY number",
           {from_s})) {
    if (kind == "submitted") submitted[stream] = at_s;
    Day* const day = days.at(at_s);
    if (day == nullptr) continue;
    const auto counted = std::ranges::find(kCounted, kind, &Counted::kind);
    if (counted != kCounted.end()) ++(day->*counted->count);
    const auto since = submitted.find(stream);
    const bool decides = kind == "approved" || kind == "rejected";
    if (decides && since != submitted.end()) waits[day].push_back(at_s - since->second);
  }
  for (auto& [day, waited] : waits) {
    std::ranges::sort(waited);
    day->waited_median_s = waited[waited.size() / 2];
    day->waited_longest_s = waited.back();
  }
}

void count_verdicts(Transaction& transaction, std::int64_t from_s, Days& days) {
  for (const auto& [verdict, at_s] : transaction.rows<std::string, std::int64_t>(
           "SELECT verdict, read_at FROM readings WHERE read_at >= $1", {from_s})) {
    if (Day* const day = days.at(at_s)) ++day->verdicts[verdict];
  }
}

}  // namespace

std::vector<Day> statistics(Transaction& transaction, int days, std::int64_t now_s) {
  Days all(days, now_s);
  // A month more, for what was submitted before and decided within.
  const std::int64_t from_s = now_s - (days + 30) * kDay_s;
  count_entries(transaction, from_s, all);
  count_verdicts(transaction, from_s, all);
  return all.take();
}

}  // namespace vermilion::service::audit
