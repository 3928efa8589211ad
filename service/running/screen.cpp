#include "service/running/screen.hpp"

#include "workflow/effects_of.hpp"

namespace vermilion::service::running {
namespace {

using store::database::Transaction;
using workflow::EffectKind;

std::optional<std::string> shown(Transaction& transaction, EffectKind kind, const std::string& id) {
  const auto row = transaction.row<std::string>("SELECT url FROM codes_shown WHERE key = $1",
                                                {workflow::key_of(kind, id)});
  if (!row) return std::nullopt;
  return std::get<0>(*row);
}

}  // namespace

store::database::Result<void> show(store::database::Database& database, const std::string& key,
                                   const std::string& url) {
  return database.transact([&](Transaction& transaction) {
    transaction.run(
        "INSERT INTO codes_shown (key, url, at_ms) VALUES ($1, $2, $3)"
        " ON CONFLICT (key) DO UPDATE SET url = excluded.url, at_ms = excluded.at_ms",
        {key, url, transaction.now_ms()});
  });
}

std::optional<std::string> payment_code(Transaction& transaction, const std::string& attempt) {
  return shown(transaction, EffectKind::CreatePayment, attempt);
}

std::optional<std::string> verification_url(Transaction& transaction, const std::string& order) {
  return shown(transaction, EffectKind::StartVerification, order);
}

}  // namespace vermilion::service::running
