#include "service/running/rounds.hpp"

#include <exception>
#include <utility>

namespace vermilion::service::running {

using store::database::Transaction;

Rounds::Rounds(store::database::Database& database, std::vector<Round> rounds, Complain complain)
    : database_(database), rounds_(std::move(rounds)), complain_(std::move(complain)) {
  threads_.reserve(rounds_.size());
  for (const Round& round : rounds_) {
    threads_.emplace_back(
        [this, &round](const std::stop_token& stop) { keep_walking(round, stop); });
  }
}

Rounds::~Rounds() {
  stop();
}

void Rounds::ask_to_stop() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

void Rounds::stop() {
  ask_to_stop();
  threads_.clear();  // waits for each
}

// It looks more often than it walks: somebody else may have died in the middle.
void Rounds::keep_walking(const Round& round, const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (round.by_all || is_ours(round)) walk(round, stop);
    std::unique_lock lock(mutex_);
    const auto pause = round.by_all ? round.every : round.every / 4;
    woken_.wait_for(lock, stop, pause, [] { return false; });
  }
}

void Rounds::walk(const Round& round, const std::stop_token& stop) try {
  const auto walked = round.walk(stop);
  if (!walked) complain_(round.name, walked.error());
} catch (const std::exception& error) {
  complain_(round.name, error.what());
}

// Whoever is first to write it walks it. Looking first costs nobody a lock.
bool Rounds::is_ours(const Round& round) {
  const auto is_due = [&](Transaction& transaction) {
    const auto row = transaction.row<std::int64_t>("SELECT begun_at_ms FROM rounds WHERE name = $1",
                                                   {round.name});
    return !row || std::get<0>(*row) <= transaction.now_ms() - round.every.count();
  };
  const auto take = [&](Transaction& transaction) {
    const std::int64_t now = transaction.now_ms();
    return transaction
        .row<std::string>(
            "INSERT INTO rounds (name, begun_at_ms) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE"
            " SET begun_at_ms = excluded.begun_at_ms WHERE rounds.begun_at_ms <= $3 RETURNING name",
            {round.name, now, now - round.every.count()})
        .has_value();
  };
  auto ours = database_.read(is_due);
  if (ours && *ours) ours = database_.transact(take);
  if (!ours) complain_(round.name, ours.error().detail);
  return ours.value_or(false);
}

}  // namespace vermilion::service::running
