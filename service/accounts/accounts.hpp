#pragma once

#include "service/accounts/asker.hpp"
#include "service/accounts/captcha_painter.hpp"
#include "service/accounts/keys.hpp"
#include "service/accounts/passwords.hpp"
#include "service/accounts/sessions.hpp"
#include "service/http/message.hpp"
#include "service/store/blobs/blobs.hpp"
#include "service/store/orders/orders.hpp"

#include <functional>
#include <optional>
#include <string>

// Accounts: seats of organisations and the staff. One of these lives as long as the server; its
// functions stand in the headers beside this one, a file for each thing that can be done.
//
//   captchas.hpp       shown and answered           registration.hpp   codes, registering,
//   passwords sign_in.hpp        and what slows it down       sessions.hpp       who has signed in
//   seats.hpp          of an organisation           phone_changes.hpp  asked for and decided
//   organisations.hpp  looked at, renamed           staff.hpp          accounts, roles
//   second_factor.hpp  of the staff                 effects.hpp        what workflow asks for
namespace vermilion::service::accounts {

struct Accounts {
  // All of them outlive it. Without blobs nothing can be proved by documents.
  Accounts(store::orders::Orders& all_orders, store::blobs::Blobs* shelf, Keys secret,
           HashCost cost = {})
      : orders(all_orders), blobs(shelf), keys(std::move(secret)), passwords(cost) {}

  store::orders::Orders& orders;
  store::blobs::Blobs* blobs;
  const Keys keys;
  Passwords passwords;
  CaptchaPainter painter;
};

// For `Resources::who`: nobody where no session is, or none that is good. Throws where the database
// does not answer: that is no reason to sign anybody out.
[[nodiscard]] std::function<std::optional<Asker>(const http::Headers&)> who_by(Accounts& accounts);

// The same with the session it is.
[[nodiscard]] std::optional<SignedIn> signed_in_by(Accounts& accounts,
                                                   const http::Headers& headers);

// Takes away what is over: captchas, sessions, devices, rates. Every few minutes, by whoever runs
// the server.
[[nodiscard]] store::database::Result<void> sweep(Accounts& accounts);

}  // namespace vermilion::service::accounts
