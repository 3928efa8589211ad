#pragma once

#include "service/accounts/keys.hpp"
#include "service/accounts/refused.hpp"
#include "service/store/database/transaction.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vermilion::service::accounts {

using store::database::Transaction;
struct Accounts;

inline constexpr std::chrono::minutes kCaptchaLife{5};

struct Captcha {
  std::string id;
  std::string png;
  std::string question;
  std::string question_en;
  std::int64_t until_ms = 0;
};

// For one browser, whose cookie this is the digest of. `address` may see so many of them.
[[nodiscard]] Result<Captcha> show_captcha(Accounts& accounts, const std::string& device,
                                           std::string_view address);

struct CaptchaAnswer {
  std::string id;
  std::string answer;
};

// Whether the picture or the question was answered, by the browser it was shown to, in time. The
// captcha is used up either way.
[[nodiscard]] bool answer_captcha(Transaction& transaction, const Keys& keys,
                                  const CaptchaAnswer& answer, const std::string& device);

void sweep_captchas(Transaction& transaction);

}  // namespace vermilion::service::accounts
