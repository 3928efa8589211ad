#include "service/running/bills.hpp"

#include "service/payment/beijing.hpp"
#include "service/running/alarms.hpp"
#include "service/running/bookings.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace vermilion::service::running {
namespace {

using Json = nlohmann::json;
using payment::Booking;
using payment::Difference;
using store::database::Database;
using store::database::Result;
using store::database::Transaction;
using workflow::Day;

using Key = std::pair<std::string, std::string>;
Key key_of(const Booking& booking) {
  return {booking.attempt, booking.refund};
}

Json json_of(const Booking& booking) {
  return Json::array({booking.attempt, booking.refund, booking.transaction, booking.amount_fen});
}
Booking booking_of(const Json& json) {
  return {json.at(0), json.at(1), json.at(2), json.at(3)};
}

Json json_of(const std::vector<Booking>& bookings) {
  Json list = Json::array();
  for (const Booking& booking : bookings) list.push_back(json_of(booking));
  return list;
}

Json json_of(const std::vector<Difference>& differences) {
  Json list = Json::array();
  for (const auto& [kind, there, here] : differences) {
    list.push_back(Json::array({static_cast<int>(kind), json_of(there), json_of(here)}));
  }
  return list;
}

std::vector<Booking> bookings_in(const std::string& text) {
  std::vector<Booking> bookings;
  for (const Json& one : Json::parse(text)) bookings.push_back(booking_of(one));
  return bookings;
}

std::vector<Difference> differences_in(const std::string& text) {
  std::vector<Difference> differences;
  for (const Json& one : Json::parse(text)) {
    differences.push_back({static_cast<Difference::Kind>(one.at(0).get<int>()),
                           booking_of(one.at(1)), booking_of(one.at(2))});
  }
  return differences;
}

using BillRow = std::tuple<std::string, std::string, std::int64_t, std::string, std::string>;

Bill bill_of(BillRow row) {
  auto& [channel, day, read_at_ms, booked, differences] = row;
  return {std::move(channel), std::move(day), read_at_ms, bookings_in(booked),
          differences_in(differences)};
}

constexpr const char* kBills = "SELECT channel, day, read_at_ms, booked, differences FROM bills ";

std::optional<Bill> kept_bill(Transaction& transaction, const std::string& channel,
                              const std::string& day) {
  auto row = transaction.row<std::string, std::string, std::int64_t, std::string, std::string>(
      std::string(kBills) + "WHERE channel = $1 AND day = $2", {channel, day});
  if (!row) return std::nullopt;
  return bill_of(*std::move(row));
}

std::optional<Day> day_of(const std::string& text) {
  const auto noon = payment::from_beijing_time(text + " 12:00:00");
  if (!noon) return std::nullopt;
  return workflow::beijing_day(*noon);
}

std::string text_of(Day day) {
  return payment::beijing_time(workflow::beijing(day)).substr(0, 10);
}

// A refund is booked by the gateway on one side of midnight and heard of by us on the other: what
// either knows of the neighbouring day is no difference.
std::vector<Difference> differences_of(Transaction& transaction, const std::string& channel,
                                       Day day, const std::vector<Booking>& booked) {
  std::set<Key> there;
  for (const Booking& one : booked) there.insert(key_of(one));
  auto here = known_bookings(transaction, channel, day, day);
  for (const Day neighbour : {day - std::chrono::days(1), day + std::chrono::days(1)}) {
    for (Booking& one : known_bookings(transaction, channel, neighbour, neighbour)) {
      if (there.contains(key_of(one))) here.push_back(std::move(one));
    }
  }
  auto differences = payment::reconcile(booked, here);
  const auto before = kept_bill(transaction, channel, text_of(day - std::chrono::days(1)));
  std::set<Key> told_before;
  if (before) {
    for (const Booking& one : before->booked) told_before.insert(key_of(one));
  }
  std::erase_if(differences, [&](const Difference& one) {
    return one.kind == Difference::Kind::MissingThere && told_before.contains(key_of(one.here));
  });
  return differences;
}

std::string detail_of(const Difference& one) {
  return fmt::format("{}: there {} fen, here {} fen", payment::name(one.kind), one.there.amount_fen,
                     one.here.amount_fen);
}

void keep(Transaction& transaction, const Bill& bill) {
  transaction.run(
      "INSERT INTO bills (channel, day, read_at_ms, booked, differences)"
      " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (channel, day) DO NOTHING",
      {bill.channel, bill.day, bill.read_at_ms, json_of(bill.booked).dump(),
       json_of(bill.differences).dump()});
  for (const Difference& one : bill.differences) {
    const Booking& named = one.there.attempt.empty() ? one.here : one.there;
    raise(transaction, {.key = fmt::format("bill/{}/{}/{}/{}", bill.channel, bill.day,
                                           named.attempt, named.refund),
                        .kind = "bill",
                        .detail = fmt::format("{} {} {} {}", bill.channel, bill.day, named.attempt,
                                              detail_of(one))});
  }
}

// Both gateways say alike that there is no bill yet and that there was nothing to bill: where we
// know of money, an empty bill is believed when it is still empty days later.
constexpr std::chrono::days kPatience{3};

bool may_come_later(Transaction& transaction, const std::string& channel, Day day,
                    const std::vector<Booking>& booked) {
  const auto now = std::chrono::sys_time<std::chrono::milliseconds>(
      std::chrono::milliseconds(transaction.now_ms()));
  return booked.empty() && now < workflow::beijing(day) + kPatience &&
         !known_bookings(transaction, channel, day, day).empty();
}

std::string said(const store::database::Error& error) {
  return error.detail;
}

}  // namespace

Result<std::vector<Bill>> bills(Database& database, int most, const std::string& channel) {
  return database.read([&](Transaction& transaction) {
    std::vector<Bill> found;
    for (auto& row :
         transaction.rows<std::string, std::string, std::int64_t, std::string, std::string>(
             std::string(kBills) + "WHERE $1 = '' OR channel = $1 ORDER BY day DESC, channel"
                                   " LIMIT $2",
             {channel, most})) {
      found.push_back(bill_of(std::move(row)));
    }
    return found;
  });
}

tl::expected<Bill, std::string> reconcile_day(Database& database, const std::string& channel,
                                              const std::string& day,
                                              const effects::FetchBill& fetch) {
  const auto date = day_of(day);
  if (!date) return tl::unexpected(day + " is no day");
  auto kept =
      database.read([&](Transaction& transaction) { return kept_bill(transaction, channel, day); });
  if (!kept) return tl::unexpected(said(kept.error()));
  if (*kept) return **std::move(kept);
  const auto booked = fetch(day);
  if (!booked) return tl::unexpected(fmt::format("{} {}: {}", channel, day, booked.error()));
  const auto early = database.read([&](Transaction& transaction) {
    return may_come_later(transaction, channel, *date, *booked);
  });
  if (!early) return tl::unexpected(said(early.error()));
  if (*early) return tl::unexpected(fmt::format("{} {}: there is no bill yet", channel, day));
  return database
      .transact([&](Transaction& transaction) {
        const Bill bill{channel, day, transaction.now_ms(), *booked,
                        differences_of(transaction, channel, *date, *booked)};
        keep(transaction, bill);
        return bill;
      })
      .map_error(said);
}

}  // namespace vermilion::service::running
