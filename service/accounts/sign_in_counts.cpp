#include "service/accounts/sign_in_counts.hpp"

#include "service/accounts/waiting.hpp"

namespace vermilion::service::accounts {
namespace {

using std::chrono::minutes;

// Its owner mistypes; three times is a bad day, ten a forgotten password.
constexpr Limit kOfDevice{"sign_in_device", 10, minutes(1)};
constexpr Limit kOfAddress{"sign_in_account_address", 10, minutes(5)};
constexpr unsigned kMistypes = 3;
// All strangers together: 1,440 guesses a day at a password that is none of the common ones, each
// with a captcha solved.
constexpr Limit kOfAccount{"sign_in_account", 60, minutes(1)};
constexpr unsigned kStrangers = 10;
// One password tried at many accounts. An office of a hundred behind one address stays below.
constexpr Limit kOfSpraying{"sign_in_address", 100, minutes(1)};
constexpr unsigned kSprayed = 20;

}  // namespace

SignInCounts::SignInCounts(const Keys& keys, const std::string& subject, const std::string& address,
                           const std::string& device, const std::string& known) {
  if (!known.empty()) {
    counts_ = {{Rate(keys, kOfDevice, {known, device}), kMistypes, true}};
    return;
  }
  counts_ = {{Rate(keys, kOfAddress, {subject, address}), kMistypes, true},
             {Rate(keys, kOfAccount, {subject}), kStrangers, false},
             {Rate(keys, kOfSpraying, {address}), kSprayed, false}};
}

bool SignInCounts::wants_captcha(Transaction& transaction) const {
  for (const Count& count : counts_) {
    if (count.rate.taken(transaction) >= count.captcha_from) return true;
  }
  return false;
}

Result<void> SignInCounts::count(Transaction& transaction) const {
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const auto wait = counts_[i].rate.take(transaction);
    if (wait.count() == 0) continue;
    while (i > 0) counts_[--i].rate.give_back(transaction);
    return refused(Reason::TooMany, seconds_of(wait));
  }
  return {};
}

void SignInCounts::was_right(Transaction& transaction) const {
  for (const Count& count : counts_) {
    if (count.forgets) {
      count.rate.give_back_all(transaction);
    } else {
      count.rate.give_back(transaction);
    }
  }
}

}  // namespace vermilion::service::accounts
