#include "service/running/alarms.hpp"

namespace vermilion::service::running {

using store::database::Database;
using store::database::Result;
using store::database::Transaction;

bool raise(Transaction& transaction, const Alarm& alarm) {
  return transaction
      .row<std::string>(
          "INSERT INTO alarms (key, kind, order_id, detail, at_ms) VALUES ($1, $2, $3, $4, $5)"
          " ON CONFLICT (key) DO NOTHING RETURNING key",
          {alarm.key, alarm.kind, alarm.order, alarm.detail, transaction.now_ms()})
      .has_value();
}

Result<bool> raise(Database& database, const Alarm& alarm) {
  return database.transact([&](Transaction& transaction) { return raise(transaction, alarm); });
}

Result<std::vector<Alarm>> alarms(Database& database, int most) {
  return database.read([&](Transaction& transaction) {
    std::vector<Alarm> found;
    for (auto& [key, kind, order, detail, at_ms] :
         transaction.rows<std::string, std::string, std::string, std::string, std::int64_t>(
             "SELECT key, kind, order_id, detail, at_ms FROM alarms ORDER BY at_ms DESC, key"
             " LIMIT $1",
             {most})) {
      found.push_back(
          {std::move(key), std::move(kind), std::move(order), std::move(detail), at_ms});
    }
    return found;
  });
}

}  // namespace vermilion::service::running
