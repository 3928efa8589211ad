#include "service/store/jobs/outbox.hpp"

#include "service/store/record/record.hpp"

#include <algorithm>
#include <cstdint>

namespace vermilion::service::store::jobs {
namespace {

// A turn of a scan: whose it is, and which of all that wait. Nothing else has one.
struct Turn {
  std::string account;
  std::int64_t number = 0;
};

// Start-time fair queueing: not before what waits already, and after the account's own. The plus
// keeps SQLite from going through all jobs that are due instead of taking the first by its turn.
std::int64_t next_turn(database::Transaction& transaction, const std::string& account,
                       std::int64_t now_ms) {
  const auto first = transaction.row<std::int64_t>(
      "SELECT COALESCE(MIN(turn), 0) FROM jobs"
      " WHERE state = 'waiting' AND +run_at_ms <= $1 AND account <> ''",
      {now_ms});
  const auto own = transaction.row<std::int64_t>(
      "SELECT COALESCE(MAX(turn), 0) FROM jobs"
      " WHERE state IN ('waiting', 'running') AND account = $1 AND account <> ''",
      {account});
  return std::max(std::get<0>(*first), std::get<0>(*own) + 1);
}

template <class Effect>
void put_one(database::Transaction& transaction, const ledger::Entry& because, int part,
             const Effect& effect, const Turn& turn, std::int64_t now_ms) {
  transaction.run(
      "INSERT INTO jobs (key, number, part, stream, kind, effect, state, run_at_ms, tries, fence,"
      " owner, lease_until_ms, uncertain, reason, account, turn)"
      " VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, 0, 0, '', 0, 0, '', $8, $9)"
      " ON CONFLICT (key) DO UPDATE SET state = 'waiting', number = excluded.number,"
      " part = excluded.part, effect = excluded.effect, run_at_ms = excluded.run_at_ms,"
      " account = excluded.account, turn = excluded.turn, tries = 0, uncertain = 1, reason = ''"
      " WHERE jobs.state IN ('done', 'dead')",
      {effect.key, because.number, part, because.stream, name_of(effect.kind),
       record::text_of(effect), now_ms, turn.account, turn.number});
}

}  // namespace

Asked put(database::Transaction& transaction, const ledger::Entry& because,
          const std::string& account, const std::vector<workflow::Effect>& effects) {
  Asked asked;
  const std::int64_t now_ms = effects.empty() ? 0 : transaction.now_ms();
  int part = 0;
  for (const workflow::Effect& effect : effects) {
    const bool scan = lane_of(effect.kind) == Lane::Scans;
    const Turn turn = scan ? Turn{account, next_turn(transaction, account, now_ms)} : Turn{};
    put_one(transaction, because, part++, effect, turn, now_ms);
    ++(scan ? asked.scans : asked.rest);
  }
  return asked;
}

Asked put(database::Transaction& transaction, const ledger::Entry& because,
          const std::vector<workflow::organisation::Effect>& effects) {
  Asked asked;
  const std::int64_t now_ms = effects.empty() ? 0 : transaction.now_ms();
  int part = 0;
  for (const auto& effect : effects) {
    put_one(transaction, because, part++, effect, {}, now_ms);
    ++asked.rest;
  }
  return asked;
}

Queue queue_of_scans(database::Transaction& transaction) {
  const auto row = transaction.row<std::int64_t, std::int64_t>(
      "SELECT COUNT(*), COUNT(DISTINCT account) FROM jobs"
      " WHERE state IN ('waiting', 'running') AND account <> ''");
  return {std::get<0>(*row), std::get<1>(*row)};
}

}  // namespace vermilion::service::store::jobs
