#pragma once

#include "service/accounts/captchas.hpp"
#include "service/accounts/refused.hpp"
#include "service/accounts/visitor.hpp"

#include <optional>
#include <string>

namespace vermilion::service::accounts {

struct Accounts;

struct SignIn {
  std::string credit_code;  // of a seat, as it was typed; or
  std::string mobile;       // which seat; empty: that of the account's number
  std::string login;        // of the staff
  std::string password;
  std::string totp;
  std::optional<CaptchaAnswer> captcha;
};

struct Entered {
  std::string account;
  std::string token;  // for the session's cookie
};

// Unknown accounts are answered like known ones, and take as long. What slows people down is
// counted where it cannot be turned against them: a browser that has signed in before has a count
// of its own, strangers have one by address, one by account and one for all accounts of an address;
// none of them is a lock, each lets one more through after a while. A captcha is asked for long
// before. Who is kept out by strangers' mistakes on a new browser gets in by a code to the
// telephone, which makes the browser known.
[[nodiscard]] Result<Entered> sign_in(Accounts& accounts, const SignIn& said,
                                      const Visitor& visitor);

// The same password asked again, by who is signed in; the same counts apply to it.
[[nodiscard]] Result<void> change_password(Accounts& accounts, const std::string& account,
                                           const std::string& session, const std::string& old,
                                           const std::string& fresh);

// The browser has proved to be that account's.
void know_device(Transaction& transaction, const std::string& device, const std::string& account);
void sweep_devices(Transaction& transaction);

}  // namespace vermilion::service::accounts
