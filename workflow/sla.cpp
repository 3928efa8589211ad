#include "workflow/sla.hpp"

#include <algorithm>
#include <array>

namespace vermilion::workflow {
namespace {

constexpr std::chrono::hours kSealContact{24};

Clock making(const Order& order, const SlaTerms& sla, const WorkingDays& calendar) {
  const Instant started = *order.paper_right_at;
  const int alarm = sla.making_alarm == 0 ? sla.making : sla.making_alarm;
  return {ClockKind::Making, started, calendar.deadline(started, alarm),
          calendar.deadline(started, sla.making), order.made_at};
}

Clock invoice(const Order& order, const SlaTerms& sla, const WorkingDays& calendar) {
  const bool late = *order.invoice_data_at > *order.made_at;
  const Instant started = std::max(*order.made_at, *order.invoice_data_at);
  const Instant due = calendar.deadline(started, late ? sla.invoice_late : sla.invoice);
  return {late ? ClockKind::InvoiceLate : ClockKind::Invoice, started, due, due, order.invoice_at};
}

Clock seal_contact(const SealSupplement& supplement) {
  const Instant due = supplement.since + kSealContact;
  return {ClockKind::SealContact, supplement.since, due, due, supplement.contacted};
}

Clock unmailed(const Order& order, const SlaTerms& sla) {
  const Instant due = order.stage_since + std::chrono::days(sla.unmailed_days);
  return {ClockKind::Unmailed, order.stage_since, due, due, std::nullopt};
}

}  // namespace

std::string_view name_of(ClockKind kind) {
  constexpr std::array<std::string_view, 5> kNames{"making", "invoice", "invoice_late",
                                                   "seal_contact", "unmailed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Clock> clocks_of(const Order& order, const ProjectTerms& terms,
                             const WorkingDays& calendar) {
  std::vector<Clock> clocks;
  if (order.stage == Stage::AwaitingParcel) clocks.push_back(unmailed(order, terms.sla));
  if (order.stage == Stage::Void) return clocks;
  if (order.paper_right_at) clocks.push_back(making(order, terms.sla, calendar));
  if (order.supplement) clocks.push_back(seal_contact(*order.supplement));
  if (order.made_at && order.invoice_data_at) {
    clocks.push_back(invoice(order, terms.sla, calendar));
  }
  return clocks;
}

}  // namespace vermilion::workflow
