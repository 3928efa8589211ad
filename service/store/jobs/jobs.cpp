#include "service/store/jobs/jobs.hpp"

#include "service/store/orders/streams.hpp"
#include "service/store/record/record.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::store::jobs {
namespace {

using database::Backend;
using database::ErrorKind;
using database::Result;
using database::Transaction;

template <class T>
T read_or_break(record::Read<T> effect, const std::string& key) {
  if (!effect) {
    Transaction::fail(ErrorKind::Schema,
                      fmt::format("the job {} cannot be read: {}", key, effect.error()));
  }
  return std::move(*effect);
}

void give_to(Claim& claim, const std::string& stream, const std::string& effect) {
  if (stream.starts_with(orders::kOrders)) {
    claim.order = stream.substr(orders::kOrders.size());
    claim.effect = read_or_break(record::effect_of(effect), claim.key);
  } else {
    claim.organisation = stream.substr(orders::kOrganisations.size());
    claim.effect = read_or_break(record::organisation_effect_of(effect), claim.key);
  }
}

std::string_view within(Lane lane) {
  switch (lane) {
    case Lane::Scans:
      return " AND account <> ''";
    case Lane::Rest:
      return " AND account = ''";
    case Lane::Any:
      break;
  }
  return "";
}

// One statement, so that two workers cannot both see a job free. PostgreSQL passes over what
// another worker is just claiming; on SQLite there is no other.
std::string claiming(Backend backend, Lane lane) {
  return fmt::format(
      "UPDATE jobs SET state = 'running', owner = $1, tries = tries + 1, fence = fence + 1,"
      " uncertain = CASE WHEN state = 'running' THEN 1 ELSE uncertain END, lease_until_ms = $2"
      " WHERE key IN (SELECT key FROM jobs"
      " WHERE ((state = 'waiting' AND run_at_ms <= $3)"
      " OR (state = 'running' AND lease_until_ms <= $3)){}"
      " ORDER BY turn, run_at_ms, number, part LIMIT $4{})"
      " RETURNING key, stream, effect, tries, uncertain, reason, fence",
      within(lane), backend == Backend::PostgreSql ? " FOR UPDATE SKIP LOCKED" : "");
}

// Still this worker's, and within its lease: by the fence nobody else has claimed it since.
constexpr const char* kIsStillHis =
    " WHERE key = $1 AND fence = $2 AND state = 'running' AND lease_until_ms > $3";

template <class Found>
void must_be_his(const Found& found, const Claim& claim) {
  if (!found) {
    Transaction::fail(ErrorKind::Stale, fmt::format("the lease of {} ran out", claim.key));
  }
}

std::int64_t pause_ms(const Habits& habits, int tries) {
  const int doublings = std::min(tries - 1, 20);
  return std::min<std::int64_t>(habits.pause.count() << doublings, habits.longest_pause.count());
}

}  // namespace

Result<std::vector<Claim>> Jobs::claim(const std::string& worker, int most, Lane lane) {
  return orders_.database().transact([&](Transaction& transaction) {
    const std::int64_t now_ms = transaction.now_ms();
    const std::int64_t until_ms = now_ms + habits_.lease.count();
    std::vector<Claim> claims;
    for (auto& [key, stream, effect, tries, uncertain, reason, fence] :
         transaction.rows<std::string, std::string, std::string, std::int64_t, std::int64_t,
                          std::string, std::int64_t>(claiming(transaction.backend(), lane),
                                                     {worker, until_ms, now_ms, most})) {
      Claim claim;
      claim.key = std::move(key);
      claim.tries = static_cast<int>(tries);
      claim.uncertain = uncertain != 0;
      claim.reason = std::move(reason);
      claim.fence = fence;
      claim.lease_until_ms = until_ms;
      give_to(claim, stream, effect);
      claims.push_back(std::move(claim));
    }
    return claims;
  });
}

Result<void> Jobs::beat(Claim& claim) {
  const auto until_ms = orders_.database().transact([&](Transaction& transaction) {
    const std::int64_t now_ms = transaction.now_ms();
    const auto found = transaction.row<std::int64_t>(
        fmt::format("UPDATE jobs SET lease_until_ms = $4{} RETURNING lease_until_ms", kIsStillHis),
        {claim.key, claim.fence, now_ms, now_ms + habits_.lease.count()});
    must_be_his(found, claim);
    return std::get<0>(*found);
  });
  if (!until_ms) return tl::unexpected(until_ms.error());
  claim.lease_until_ms = *until_ms;
  return {};
}

Result<std::vector<workflow::Refusal>> Jobs::finish(const Claim& claim,
                                                    const std::vector<orders::Message>& say) {
  return orders_.transact([&](orders::Saying& saying) {
    auto refusals = orders::say_all(saying, say);
    // Last, so that the lease still runs when everything else is done.
    const auto found = saying.transaction.row<std::int64_t>(
        fmt::format("UPDATE jobs SET state = 'done', reason = ''{} RETURNING fence", kIsStillHis),
        {claim.key, claim.fence, saying.transaction.now_ms()});
    must_be_his(found, claim);
    return refusals;
  });
}

Result<void> Jobs::fail(const Claim& claim, Failure failure, const std::string& reason) {
  return orders_.database().transact([&](Transaction& transaction) {
    const std::int64_t now_ms = transaction.now_ms();
    const bool dead = failure == Failure::Never || claim.tries >= habits_.tries;
    const bool uncertain =
        failure == Failure::Unknown || (failure == Failure::Never && claim.uncertain);
    const auto found = transaction.row<std::int64_t>(
        fmt::format("UPDATE jobs SET state = $4, run_at_ms = $5, uncertain = $6, reason = $7{}"
                    " RETURNING fence",
                    kIsStillHis),
        {claim.key, claim.fence, now_ms, dead ? "dead" : "waiting",
         now_ms + pause_ms(habits_, claim.tries), std::int64_t{uncertain}, reason});
    must_be_his(found, claim);
  });
}

Result<std::vector<Job>> Jobs::in_state(const std::string& state, int most) {
  return orders_.database().read([&](Transaction& transaction) {
    std::vector<Job> jobs;
    for (auto& [key, stream, kind, is, tries, run_at_ms, reason] :
         transaction.rows<std::string, std::string, std::string, std::string, std::int64_t,
                          std::int64_t, std::string>(
             "SELECT key, stream, kind, state, tries, run_at_ms, reason FROM jobs WHERE state = $1"
             " ORDER BY run_at_ms, number, part LIMIT $2",
             {state, most})) {
      jobs.push_back({std::move(key), std::move(stream), std::move(kind), std::move(is),
                      static_cast<int>(tries), run_at_ms, std::move(reason)});
    }
    return jobs;
  });
}

Result<bool> Jobs::revive(const std::string& key) {
  return orders_.database().transact([&](Transaction& transaction) {
    return transaction
        .row<std::int64_t>(
            "UPDATE jobs SET state = 'waiting', tries = 0, run_at_ms = $1"
            " WHERE key = $2 AND state = 'dead' RETURNING fence",
            {transaction.now_ms(), key})
        .has_value();
  });
}

}  // namespace vermilion::service::store::jobs
