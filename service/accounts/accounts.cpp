#include "service/accounts/accounts.hpp"

#include "service/accounts/cookies.hpp"
#include "service/accounts/limits.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/sign_in.hpp"

#include <stdexcept>

namespace vermilion::service::accounts {

std::optional<SignedIn> signed_in_by(Accounts& accounts, const http::Headers& headers) {
  const auto token = cookie_in(headers, kSessionCookie);
  if (!token) return std::nullopt;
  auto& database = accounts.orders.database();
  auto found =
      database.read([&](Transaction& transaction) { return find_session(transaction, *token); });
  if (!found) throw std::runtime_error("sessions: " + found.error().detail);
  if (*found && (*found)->to_note) {
    const auto noted =
        database.transact([&](Transaction& transaction) { note_use(transaction, **found); });
    if (!noted) throw std::runtime_error("sessions: " + noted.error().detail);
  }
  return std::move(*found);
}

std::function<std::optional<Asker>(const http::Headers&)> who_by(Accounts& accounts) {
  return [&accounts](const http::Headers& headers) -> std::optional<Asker> {
    const auto signed_in = signed_in_by(accounts, headers);
    if (!signed_in) return std::nullopt;
    return signed_in->asker;
  };
}

store::database::Result<void> sweep(Accounts& accounts) {
  return accounts.orders.database().transact([](Transaction& transaction) {
    sweep_captchas(transaction);
    sweep_sessions(transaction);
    sweep_devices(transaction);
    sweep_limits(transaction);
  });
}

}  // namespace vermilion::service::accounts
