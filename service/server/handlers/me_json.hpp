#pragma once

#include "service/accounts/me.hpp"
#include "service/accounts/registration.hpp"
#include "service/accounts/roles.hpp"
#include "service/server/handlers/account_answers.hpp"

namespace vermilion::service::server::handlers {

[[nodiscard]] Json roles_json(accounts::Roles roles);
[[nodiscard]] Json me_json(const accounts::Me& me);
[[nodiscard]] accounts::CaptchaAnswer captcha_in(orders::Members& said);

// Signed in: who that is, with the cookie.
[[nodiscard]] Result<http::Answer> entered_answer(
    accounts::Accounts& accounts, const accounts::Result<accounts::Entered>& entered,
    const Guest& guest);

// What people type into such forms is shorter.
inline constexpr std::size_t kTextMost = 500;

}  // namespace vermilion::service::server::handlers
