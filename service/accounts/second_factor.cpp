#include "service/accounts/second_factor.hpp"

#include "service/accounts/accounts.hpp"
#include "service/accounts/limits.hpp"
#include "service/accounts/noted.hpp"
#include "service/accounts/tokens.hpp"
#include "service/accounts/totp.hpp"
#include "service/accounts/waiting.hpp"
#include "service/crypto/aes_gcm.hpp"
#include "service/crypto/base64.hpp"

namespace vermilion::service::accounts {
namespace {

constexpr std::size_t kNonceBytes = 12;

// Who types digits wrongly that often does not have them. Ten thousand days of this find one code
// in two.
constexpr Limit kTries{"second_factor", 10, std::chrono::minutes(1)};

// Bound to its account: put beside another it opens nothing.
std::string sealed(const Keys& keys, const std::string& account, const std::string& secret) {
  const std::string nonce = random_bytes(kNonceBytes);
  return crypto::to_base64(nonce +
                           crypto::seal({keys.second_factors(), nonce, account}, secret).value());
}

std::optional<std::string> opened(const Keys& keys, const Row& row) {
  const auto bytes = crypto::from_base64(row.second_factor);
  if (!bytes || bytes->size() <= kNonceBytes) return std::nullopt;
  return crypto::open({keys.second_factors(), bytes->substr(0, kNonceBytes), row.id},
                      std::string_view(*bytes).substr(kNonceBytes));
}

}  // namespace

Result<void> check_second_factor(Transaction& transaction, const Keys& keys, const Row& row,
                                 std::string_view typed) {
  const Rate tries(keys, kTries, {row.id});
  if (typed.empty()) return refused(Reason::SecondFactorNeeded);
  const auto wait = tries.take(transaction);
  if (wait.count() > 0) return refused(Reason::TooMany, seconds_of(wait));
  const auto secret = opened(keys, row);
  if (!secret) return refused(Reason::SecondFactorNeeded);
  const auto step =
      totp::matching_step(*secret, typed, transaction.now_ms() / 1000, row.second_factor_step);
  if (!step || !use_step(transaction, row.id, *step)) return refused(Reason::SecondFactorNeeded);
  tries.give_back_all(transaction);
  return {};
}

Result<OfferedFactor> offer_second_factor(Accounts& accounts, const std::string& account) {
  const std::string secret = random_bytes(totp::kSecretBytes);
  auto done = accounts.orders.database().transact([&](Transaction& transaction) {
    lock_row(transaction, account);
    auto row = row_of(transaction, account);
    if (!row || !row->organisation.empty() || row->second_factor_is_set) return std::string();
    row->second_factor = sealed(accounts.keys, account, secret);
    write_row(transaction, *row);
    return row->login;
  });
  if (!done) return refused(done.error());
  if (done->empty()) return refused(Reason::Changed);
  return OfferedFactor{totp::base32(secret), totp::uri(secret, "Vermilion", *done)};
}

Result<void> confirm_second_factor(Accounts& accounts, const std::string& account,
                                   std::string_view typed) {
  auto done = accounts.orders.transact([&](store::orders::Saying& saying) -> Result<void> {
    Transaction& transaction = saying.transaction;
    lock_row(transaction, account);
    auto row = row_of(transaction, account);
    if (!row || row->second_factor.empty() || row->second_factor_is_set) {
      return refused(Reason::Changed);
    }
    const auto right = check_second_factor(transaction, accounts.keys, *row, typed);
    if (!right && right.error().reason == Reason::SecondFactorNeeded) {
      return invalid("/totp", "六位数字不对，请核对手机时间后再试。");
    }
    if (!right) return right;
    row = row_of(transaction, account);  // with the step that was used
    row->second_factor_is_set = true;
    write_row(transaction, *row);
    note(transaction, "second_factor_set", {{"account", account}, {"by", account}});
    return {};
  });
  if (!done) return refused(done.error());
  return *done;
}

}  // namespace vermilion::service::accounts
