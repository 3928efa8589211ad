#pragma once

#include "service/accounts/accounts.hpp"
#include "service/accounts/captchas.hpp"
#include "service/accounts/registration.hpp"
#include "service/accounts/staff.hpp"
#include "service/accounts/visitor.hpp"
#include "service/effects/world.hpp"
#include "tests/service/store/orders/a_world.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

// Accounts in a database, with a clock that stands still and telephones that keep their texts.
namespace vermilion::tests {

// Of the standard's own examples, and two more that pass.
inline constexpr const char* kOurs = "91360000625912173B";
inline constexpr const char* kTheirs = "91110108551385082Q";
inline constexpr const char* kOurMobile = "13807010001";
inline constexpr const char* kTheirMobile = "13907010002";
inline constexpr const char* kPassword = "correct horse battery staple";

struct AHouse {
  explicit AHouse(Backend backend = Backend::Sqlite);

  // A browser of its own at an address of its own.
  service::accounts::Visitor visitor(const std::string& name = "home") const;
  // Shown to this browser and answered rightly, by the question.
  service::accounts::CaptchaAnswer solved(const service::accounts::Visitor& visitor);
  // Everything that is to be done outside; the texts of it are in `texts`.
  void work();
  // The code of the last text to a number.
  std::string code_to(const std::string& mobile);
  // Asked for, sent and read from the telephone.
  std::string fresh_code(workflow::organisation::Purpose purpose, const std::string& credit_code,
                         const std::string& mobile, const service::accounts::Visitor& visitor);

  // Registered by the ordinary way; the account of its seat.
  service::accounts::Entered registered(const std::string& credit_code = kOurs,
                                        const std::string& mobile = kOurMobile);
  // Of the staff, with or without a second factor.
  service::accounts::Row a_staff(const std::string& login, service::accounts::Roles roles);
  std::string with_second_factor(const std::string& account);  // its secret, base32 decoded

  workflow::organisation::Organisation organisation(const std::string& credit_code = kOurs);
  // Signed in as that account, whatever way: the cookie's token.
  std::string signed_in(const std::string& account);
  std::optional<service::accounts::Asker> who(const std::string& token);
  void wait(std::chrono::seconds time) { store.wait(time); }

  AStore store;
  service::accounts::Accounts accounts;
  service::effects::World world;
  std::vector<service::sms::Message> texts;
};

// The digits after it was read aloud.
std::string answer_to(const std::string& question_en);

// What base32() of the same bytes gives back.
std::string from_base32(const std::string& text);

class AccountsOnBoth : public OnBoth {};

}  // namespace vermilion::tests
