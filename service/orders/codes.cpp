#include "service/orders/codes.hpp"

#include "workflow/effect.hpp"

#include <fmt/format.h>

namespace vermilion::service::orders {
namespace {

using store::database::Transaction;
using workflow::EffectKind;

// As workflow/effects_of.cpp marks them.
std::optional<std::string> code_of(Transaction& transaction, EffectKind kind,
                                   const std::string& id) {
  auto row = transaction.row<std::string>("SELECT url FROM codes WHERE effect = $1",
                                          {fmt::format("{}/{}", workflow::name_of(kind), id)});
  if (!row) return std::nullopt;
  return std::get<0>(std::move(*row));
}

}  // namespace

store::database::Result<void> keep_code(store::database::Database& database,
                                        const std::string& effect, const std::string& url) {
  return database.transact([&](Transaction& transaction) {
    transaction.run(
        "INSERT INTO codes (effect, url, at) VALUES ($1, $2, $3)"
        " ON CONFLICT (effect) DO UPDATE SET url = excluded.url, at = excluded.at",
        {effect, url, transaction.now_ms() / 1000});
  });
}

std::optional<std::string> code_of_payment(Transaction& transaction, const std::string& attempt) {
  return code_of(transaction, EffectKind::CreatePayment, attempt);
}

std::optional<std::string> code_of_verification(Transaction& transaction,
                                                const std::string& order) {
  return code_of(transaction, EffectKind::StartVerification, order);
}

}  // namespace vermilion::service::orders
