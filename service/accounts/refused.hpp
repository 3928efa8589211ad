#pragma once

#include "service/store/database/error.hpp"
#include "workflow/refusal.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

// Why something about accounts was not done.
namespace vermilion::service::accounts {

enum class Reason : std::uint8_t {
  Workflow,            // `refusal` says why
  Database,            // `error` says why
  Invalid,             // `mistakes` say what
  SignInFailed,        // account or password, and never which
  CaptchaNeeded,       // after failures; also where it was answered wrongly
  SecondFactorNeeded,  // the password was right; the six digits are missing or wrong
  CodeWrong,           // of an SMS; `left` tries remain
  TooMany,             // for `wait`
  Busy,                // all who hash passwords are at work; for `wait`
  NotFound,            //
  RolesExclude,        // one account must not hold both: `mistakes` say which
  LastAdmin,           // nobody would be left to make accounts
  Changed,             // somebody else was quicker
};

struct Mistake {
  std::string pointer;  // "/password"
  std::string text;     // Chinese
};

struct Refused {
  Reason reason = Reason::NotFound;
  workflow::Refusal refusal = {};
  store::database::Error error = {};
  std::vector<Mistake> mistakes = {};
  std::chrono::seconds wait{0};
  unsigned left = 0;
};

template <class T>
using Result = tl::expected<T, Refused>;

[[nodiscard]] tl::unexpected<Refused> refused(Reason reason);
[[nodiscard]] tl::unexpected<Refused> refused(Reason reason, std::chrono::seconds wait);
[[nodiscard]] tl::unexpected<Refused> refused(const workflow::Refusal& refusal);
[[nodiscard]] tl::unexpected<Refused> refused(const store::database::Error& error);
[[nodiscard]] tl::unexpected<Refused> invalid(std::string pointer, std::string text);

}  // namespace vermilion::service::accounts
