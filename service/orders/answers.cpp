#include "service/orders/answers.hpp"

#include <fmt/format.h>

namespace vermilion::service::orders {
namespace {

using store::database::Transaction;

constexpr std::int64_t kKeptS = 30LL * 24 * 3600;

}  // namespace

Before told_before(Transaction& transaction, const Key& key) {
  if (key.key.empty()) return NotSeenBefore{};
  transaction.lock(fmt::format("answer/{}/{}", key.account, key.key));
  const auto row =
      transaction.row<std::string, std::int64_t, std::string, std::int64_t, std::string>(
          "SELECT asked, status, order_id, version, body FROM answers"
          " WHERE account = $1 AND key = $2",
          {key.account, key.key});
  if (!row) return NotSeenBefore{};
  const auto& [asked, status, order, version, body] = *row;
  if (asked != key.asked) return OfAnotherRequest{};
  return Told{static_cast<int>(status), order, static_cast<std::uint64_t>(version), body};
}

void keep(Transaction& transaction, const Key& key, const Told& told) {
  if (key.key.empty()) return;
  transaction.run(
      "INSERT INTO answers (account, key, asked, order_id, status, version, body, at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      {key.account, key.key, key.asked, told.order, told.status, told.version, told.body,
       transaction.now_ms() / 1000});
}

std::int64_t forget_old_answers(Transaction& transaction) {
  const std::int64_t before = transaction.now_ms() / 1000 - kKeptS;
  return static_cast<std::int64_t>(
      transaction.rows<std::string>("DELETE FROM answers WHERE at < $1 RETURNING key", {before})
          .size());
}

}  // namespace vermilion::service::orders
