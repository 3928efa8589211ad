#include "service/store/erasure/order_rows.hpp"

#include "service/store/orders/streams.hpp"

#include <fmt/format.h>

#include <array>

namespace vermilion::service::store::erasure {
namespace {

constexpr std::array<std::string_view, 12> kTables{
    "attempts", "refunds",     "certificates",  "revocations",       "answers",
    "readings", "decisions",   "reading_flags", "shadow_judgements", "webhook_dead_letters",
    "alarms",   "key_requests"};

}  // namespace

std::span<const std::string_view> tables_of_orders() {
  return kTables;
}

void take_order_away(database::Transaction& transaction, const std::string& order) {
  const std::string stream = orders::order_stream(order);
  transaction.run("DELETE FROM codes WHERE effect IN (SELECT key FROM jobs WHERE stream = $1)",
                  {stream});
  transaction.run("DELETE FROM jobs WHERE stream = $1", {stream});
  transaction.run(
      "DELETE FROM agreements WHERE decision IN (SELECT id FROM decisions WHERE order_id = $1)",
      {order});
  // By the order and not by what its rows should be: that would take the rules it went by.
  transaction.run("DELETE FROM orders WHERE id = $1", {order});
  for (const std::string_view table : kTables) {
    transaction.run(fmt::format("DELETE FROM {} WHERE order_id = $1", table), {order});
  }
}

}  // namespace vermilion::service::store::erasure
