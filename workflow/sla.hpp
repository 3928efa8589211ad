#pragma once

#include "workflow/order.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/working_days.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// What was promised, and whether it is kept.
namespace vermilion::workflow {

enum class ClockKind : std::uint8_t {
  Making,       // paper right -> made
  Invoice,      // made -> invoice
  InvoiceLate,  // the later of made and data -> invoice
  SealContact,  // seal found bad -> the agent was reached, 24 hours
  Unmailed,     // paid -> a courier number; nobody's promise, but staff should know
};
std::string_view name_of(ClockKind kind);

struct Clock {
  ClockKind kind = ClockKind::Making;
  Instant started{};
  Instant alarm{};  // staff are told
  Instant due{};
  std::optional<Instant> stopped;

  bool is_breached(Instant now) const { return stopped.value_or(now) > due; }
  bool alarms(Instant now) const { return !stopped && now > alarm; }
};

// Every clock that has been started for the order.
[[nodiscard]] std::vector<Clock> clocks_of(const Order& order, const ProjectTerms& terms,
                                           const WorkingDays& calendar);

struct Breach {
  std::string order;
  Clock clock;
};

// Running clocks of these orders that staff should look at, the most overdue first. `terms_of`
// gives the terms an order goes by.
template <class Orders, class TermsOf>
std::vector<Breach> alarms_of(const Orders& orders, TermsOf terms_of, const WorkingDays& calendar,
                              Instant now) {
  std::vector<Breach> breaches;
  for (const Order& order : orders) {
    for (const Clock& clock : clocks_of(order, terms_of(order), calendar)) {
      if (clock.alarms(now)) breaches.push_back({order.id, clock});
    }
  }
  std::sort(breaches.begin(), breaches.end(), [](const Breach& a, const Breach& b) {
    return std::tie(a.clock.due, a.order) < std::tie(b.clock.due, b.order);
  });
  return breaches;
}

}  // namespace vermilion::workflow
