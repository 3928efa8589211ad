#pragma once

#include "service/accounts/limits.hpp"
#include "service/accounts/refused.hpp"

#include <string>
#include <vector>

namespace vermilion::service::accounts {

// How often a password was tried, counted by whom. Tries are counted before the password is looked
// at, so that a thousand at once are counted as a thousand, and given back to who was right.
class SignInCounts {
 public:
  // `subject` is the account as it was typed, `known` the account that this device is known to
  // have: empty, strangers' counts.
  SignInCounts(const Keys& keys, const std::string& subject, const std::string& address,
               const std::string& device, const std::string& known);

  [[nodiscard]] bool wants_captcha(Transaction& transaction) const;
  // Refused as TooMany: nothing was counted then.
  [[nodiscard]] Result<void> count(Transaction& transaction) const;
  void was_right(Transaction& transaction) const;

 private:
  struct Count {
    Rate rate;
    unsigned captcha_from;
    bool forgets;  // once the password was right; otherwise that one try is given back
  };
  std::vector<Count> counts_;
};

}  // namespace vermilion::service::accounts
