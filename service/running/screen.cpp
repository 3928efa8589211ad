#include "service/running/screen.hpp"

#include "workflow/effect.hpp"
#include "workflow/effects_of.hpp"

#include <stdexcept>

namespace vermilion::service::running {

using store::database::Result;
using store::database::Transaction;
using workflow::EffectKind;

void Screen::show(const std::string& key, const std::string& url) {
  const auto shown = database_.transact([&](Transaction& transaction) {
    transaction.run(
        "INSERT INTO codes_shown (key, url, at_ms) VALUES ($1, $2, $3)"
        " ON CONFLICT (key) DO UPDATE SET url = excluded.url, at_ms = excluded.at_ms",
        {key, url, transaction.now_ms()});
  });
  if (!shown) throw std::runtime_error(shown.error().detail);
}

Result<std::optional<std::string>> Screen::payment_code(const std::string& attempt) {
  return shown(workflow::key_of(EffectKind::CreatePayment, attempt));
}

Result<std::optional<std::string>> Screen::verification_url(const std::string& order) {
  return shown(workflow::key_of(EffectKind::StartVerification, order));
}

Result<std::optional<std::string>> Screen::shown(const std::string& key) {
  return database_.read([&](Transaction& transaction) -> std::optional<std::string> {
    const auto row =
        transaction.row<std::string>("SELECT url FROM codes_shown WHERE key = $1", {key});
    if (!row) return std::nullopt;
    return std::get<0>(*row);
  });
}

}  // namespace vermilion::service::running
