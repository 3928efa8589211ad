#include "service/running/bookings.hpp"

#include "service/store/record/record.hpp"
#include "workflow/commands/paying.hpp"

#include <chrono>
#include <optional>

namespace vermilion::service::running {
namespace {

using payment::Booking;
using store::database::Transaction;
using workflow::Day;

// Heard of at the latest: an attempt is asked about for three hours, a refund until it is there,
// which takes banks some days.
constexpr std::chrono::days kHeardWithin{8};

// A payment as its event has it; nothing where it is of another day.
std::optional<Booking> payment_in(const std::string& body, Day first, Day last) {
  const auto event = store::record::event_of(body);
  if (!event) return std::nullopt;  // erased
  const auto* noted = std::get_if<workflow::NotePayment>(&event->body);
  if (noted == nullptr) return std::nullopt;
  const bool is_dated = noted->paid_at != workflow::Instant{};
  const Day day = workflow::beijing_day(is_dated ? noted->paid_at : event->at);
  if (day < first || day > last) return std::nullopt;
  return Booking{noted->attempt, "", noted->transaction, noted->amount.amount};
}

void add_payments(Transaction& transaction, const std::string& channel, Day first, Day last,
                  std::vector<Booking>& bookings) {
  const auto rows = transaction.rows<std::string>(
      "SELECT body FROM ledger WHERE kind IN ('payment_settled', 'payment_held', 'surplus_paid',"
      " 'payment_disputed') AND at >= $1 AND at < $2 ORDER BY number",
      {workflow::beijing(first).time_since_epoch().count(),
       workflow::beijing(last + kHeardWithin).time_since_epoch().count()});
  for (const auto& [body] : rows) {
    const auto booking = payment_in(body, first, last);
    if (!booking) continue;
    const auto of = transaction.row<std::string>("SELECT channel FROM attempts WHERE id = $1",
                                                 {booking->attempt});
    if (of && std::get<0>(*of) == channel) bookings.push_back(*booking);
  }
}

void add_refunds(Transaction& transaction, const std::string& channel, Day first, Day last,
                 std::vector<Booking>& bookings) {
  const auto rows = transaction.rows<std::string>(
      "SELECT body FROM ledger WHERE kind = 'refund_arrived' AND at >= $1 AND at < $2"
      " ORDER BY number",
      {workflow::beijing(first).time_since_epoch().count(),
       workflow::beijing(last + std::chrono::days(1)).time_since_epoch().count()});
  for (const auto& [body] : rows) {
    const auto event = store::record::event_of(body);
    const auto* noted = event ? std::get_if<workflow::NoteRefund>(&event->body) : nullptr;
    if (noted == nullptr) continue;
    const auto row = transaction.row<std::string, std::string, std::int64_t>(
        "SELECT r.attempt, a.transaction_id, r.amount_fen FROM refunds r JOIN attempts a"
        " ON a.id = r.attempt WHERE r.id = $1 AND a.channel = $2",
        {noted->refund, channel});
    if (!row) continue;
    bookings.push_back({std::get<0>(*row), noted->refund, std::get<1>(*row), std::get<2>(*row)});
  }
}

}  // namespace

std::vector<Booking> known_bookings(Transaction& transaction, const std::string& channel, Day first,
                                    Day last) {
  std::vector<Booking> bookings;
  add_payments(transaction, channel, first, last, bookings);
  add_refunds(transaction, channel, first, last, bookings);
  return bookings;
}

}  // namespace vermilion::service::running
