#include "service/accounts/limits.hpp"

#include "service/crypto/digest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::accounts {
namespace {

// Lengths before the parts: no two lists of them read alike.
std::string key_of(const Keys& keys, std::string_view name,
                   std::initializer_list<std::string_view> whose) {
  std::string text(name);
  for (const std::string_view part : whose) text += fmt::format("/{}:{}", part.size(), part);
  return fmt::format("{}/{}", name,
                     crypto::hex(crypto::hmac_sha256(keys.limits(), text)).substr(0, 32));
}

}  // namespace

Rate::Rate(const Keys& keys, const Limit& limit, std::initializer_list<std::string_view> whose)
    : limit_(limit), key_(key_of(keys, limit.name, whose)) {}

// `now` is asked for once: on PostgreSQL the clock goes on within a transaction, and a millisecond
// between two looks at it would be one that the first of all has to wait.
std::int64_t Rate::full_at(Transaction& transaction, std::int64_t now) const {
  const auto row =
      transaction.row<std::int64_t>("SELECT full_at_ms FROM limits WHERE key = $1", {key_});
  return std::max(row ? std::get<0>(*row) : 0, now);
}

void Rate::keep(Transaction& transaction, std::int64_t full_at) const {
  transaction.run(
      "INSERT INTO limits (key, full_at_ms) VALUES ($1, $2) "
      "ON CONFLICT (key) DO UPDATE SET full_at_ms = excluded.full_at_ms",
      {key_, full_at});
}

std::chrono::milliseconds Rate::take(Transaction& transaction) const {
  transaction.lock("limit/" + key_);
  const std::int64_t now = transaction.now_ms();
  const std::int64_t then = full_at(transaction, now) + limit_.period.count();
  const std::int64_t wait = then - now - limit_.most * limit_.period.count();
  if (wait > 0) return std::chrono::milliseconds(wait);
  keep(transaction, then);
  return std::chrono::milliseconds(0);
}

unsigned Rate::taken(Transaction& transaction) const {
  const std::int64_t now = transaction.now_ms();
  const std::int64_t left = full_at(transaction, now) - now;
  const std::int64_t period = limit_.period.count();
  return static_cast<unsigned>((left + period - 1) / period);
}

void Rate::give_back_all(Transaction& transaction) const {
  transaction.run("DELETE FROM limits WHERE key = $1", {key_});
}

void Rate::give_back(Transaction& transaction) const {
  transaction.lock("limit/" + key_);
  keep(transaction, full_at(transaction, transaction.now_ms()) - limit_.period.count());
}

void sweep_limits(Transaction& transaction) {
  transaction.run("DELETE FROM limits WHERE full_at_ms < $1", {transaction.now_ms()});
}

}  // namespace vermilion::service::accounts
