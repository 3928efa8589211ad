#include "service/store/jobs/outbox.hpp"

#include "service/store/record/record.hpp"

namespace vermilion::service::store::jobs {
namespace {

template <class Effect>
void put_each(database::Transaction& transaction, const ledger::Entry& because,
              const std::vector<Effect>& effects) {
  const std::int64_t now_ms = effects.empty() ? 0 : transaction.now_ms();
  int part = 0;
  for (const Effect& effect : effects) {
    transaction.run(
        "INSERT INTO jobs (key, number, part, stream, kind, effect, state, run_at_ms, tries, fence,"
        " owner, lease_until_ms, uncertain, reason)"
        " VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, 0, 0, '', 0, 0, '')"
        " ON CONFLICT (key) DO UPDATE SET state = 'waiting', number = excluded.number,"
        " part = excluded.part, effect = excluded.effect, run_at_ms = excluded.run_at_ms, tries = "
        "0,"
        " uncertain = 1, reason = '' WHERE jobs.state IN ('done', 'dead')",
        {effect.key, because.number, part++, because.stream, name_of(effect.kind),
         record::text_of(effect), now_ms});
  }
}

}  // namespace

void put(database::Transaction& transaction, const ledger::Entry& because,
         const std::vector<workflow::Effect>& effects) {
  put_each(transaction, because, effects);
}

void put(database::Transaction& transaction, const ledger::Entry& because,
         const std::vector<workflow::organisation::Effect>& effects) {
  put_each(transaction, because, effects);
}

}  // namespace vermilion::service::store::jobs
