#pragma once

#include "service/accounts/captchas.hpp"
#include "service/accounts/refused.hpp"
#include "service/accounts/sign_in.hpp"
#include "service/accounts/visitor.hpp"
#include "service/store/orders/saying.hpp"
#include "workflow/organisation/advice.hpp"
#include "workflow/organisation/command.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace vermilion::service::accounts {

struct CodeAsked {
  workflow::organisation::Purpose purpose = workflow::organisation::Purpose::Register;
  std::string credit_code;  // as it was typed
  std::string mobile;
  CaptchaAnswer captcha;
};

// After how long another can be asked for. To reset a password the answer is the same whether there
// is such an account with such a number or not.
[[nodiscard]] Result<std::chrono::seconds> send_code(Accounts& accounts, const CodeAsked& asked,
                                                     const Visitor& visitor);

struct Registration {
  std::string credit_code;
  std::string name;
  std::string person;
  std::string mobile;
  std::string code;
  std::string password;
  std::string replaces;  // the wrong credit code registered before, by the same number
};

[[nodiscard]] Result<Entered> register_organisation(Accounts& accounts, const Registration& said,
                                                    const Visitor& visitor);

struct NewPassword {
  std::string credit_code;
  std::string mobile;
  std::string code;
  std::string password;
};

// Ends the organisation's sessions; the browser is known to the account from here on.
[[nodiscard]] Result<void> reset_password(Accounts& accounts, const NewPassword& said,
                                          const Visitor& visitor);

// What to do about USER_EXISTS, in both languages.
struct AdviceText {
  workflow::organisation::AdviceNode node;
  std::string zh;
  std::string en;
};
[[nodiscard]] Result<std::vector<AdviceText>> advice_about(Accounts& accounts,
                                                           const std::string& credit_code);

// The code that was typed, told to the organisation: what was wrong counts there.
[[nodiscard]] Result<void> enter_code(const Accounts& accounts, const store::orders::Saying& saying,
                                      workflow::organisation::Purpose purpose,
                                      const std::string& credit_code, const std::string& mobile,
                                      const std::string& code);

// As on the licence: half-width brackets in a Chinese name are full-width there.
[[nodiscard]] std::string name_as_licensed(std::string_view typed);

}  // namespace vermilion::service::accounts
