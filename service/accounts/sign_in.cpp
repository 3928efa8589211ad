#include "service/accounts/sign_in.hpp"

#include "pipeline/credit_code/credit_code.hpp"
#include "service/accounts/accounts.hpp"
#include "service/accounts/cookies.hpp"
#include "service/accounts/noted.hpp"
#include "service/accounts/organisation_of.hpp"
#include "service/accounts/password_rule.hpp"
#include "service/accounts/rows.hpp"
#include "service/accounts/second_factor.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/sign_in_counts.hpp"
#include "service/accounts/waiting.hpp"

#include <fmt/format.h>

namespace vermilion::service::accounts {
namespace {

using store::orders::Saying;

constexpr Limit kChanges{"change_password", 10, std::chrono::minutes(1)};

// Who is meant. A seat of an organisation that has been superseded is nobody's.
struct Meant {
  std::optional<Row> row;
  std::uint64_t organisation_version = 0;
};

Meant meant_by(const Saying& saying, const SignIn& said) {
  if (!said.login.empty()) return {row_of_login(saying.transaction, said.login), 0};
  const auto organisation =
      organisation_of(saying, pipeline::credit_code::normalise(said.credit_code));
  if (organisation.state != workflow::organisation::State::Registered) return {};
  const auto seat = seat_with(organisation, said.mobile);
  if (!seat) return {};
  return {row_of(saying.transaction, *seat), organisation.version};
}

// As it was typed, so that what does not exist is counted like what does.
std::string subject_of(const SignIn& said) {
  return said.login.empty()
             ? fmt::format("seat/{}", pipeline::credit_code::normalise(said.credit_code))
             : fmt::format("staff/{}", said.login);
}

bool knows_device(Transaction& transaction, const std::string& device, const std::string& account) {
  return transaction
      .row<std::string>(
          "SELECT device FROM devices WHERE device = $1 AND account = $2 AND until_ms > $3",
          {device, account, transaction.now_ms()})
      .has_value();
}

SignInCounts counts_for(const Accounts& accounts, Transaction& transaction, const SignIn& said,
                        const Visitor& visitor, const Meant& meant) {
  const bool known = meant.row && !visitor.device.empty() &&
                     knows_device(transaction, visitor.device, meant.row->id);
  return {accounts.keys, subject_of(said), visitor.address, visitor.device,
          known ? meant.row->id : ""};
}

struct Admitted {
  std::string hash;  // empty: nobody's
  SignInCounts counts;
};

// Before the password is looked at.
Result<Admitted> admit(const Accounts& accounts, const Saying& saying, const SignIn& said,
                       const Visitor& visitor) {
  Transaction& transaction = saying.transaction;
  const Meant meant = meant_by(saying, said);
  auto counts = counts_for(accounts, transaction, said, visitor, meant);
  if (counts.wants_captcha(transaction)) {
    const bool passed =
        said.captcha && answer_captcha(transaction, accounts.keys, *said.captcha, visitor.device);
    if (!passed) return refused(Reason::CaptchaNeeded);
  }
  if (const auto counted = counts.count(transaction); !counted) {
    return tl::make_unexpected(counted.error());
  }
  const bool open = meant.row && !meant.row->disabled;
  return Admitted{open ? meant.row->password : "", std::move(counts)};
}

// After it: what was true then must still be.
Result<Entered> enter(const Accounts& accounts, const Saying& saying, const SignIn& said,
                      const Visitor& visitor, const Admitted& admitted,
                      const Passwords::Verified& verified) {
  Transaction& transaction = saying.transaction;
  const Meant meant = meant_by(saying, said);
  if (!meant.row || meant.row->disabled || meant.row->password != admitted.hash) {
    return refused(Reason::SignInFailed);
  }
  const Row& row = *meant.row;
  admitted.counts.was_right(transaction);
  if (row.second_factor_is_set) {
    const auto second = check_second_factor(transaction, accounts.keys, row, said.totp);
    if (!second) return tl::make_unexpected(second.error());
  }
  if (verified.again) replace_password(transaction, row.id, row.password, *verified.again);
  know_device(transaction, visitor.device, row.id);
  Entered entered{row.id, begin_session(transaction, {row.id, row.organisation,
                                                      meant.organisation_version, visitor.agent})};
  if (row.organisation.empty()) note(transaction, "signed_in", {{"account", row.id}});
  return entered;
}

// Of the staff's accounts alone: who tries those is worth an entry.
void note_failure(const Saying& saying, const SignIn& said) {
  if (said.login.empty()) return;
  if (const auto row = row_of_login(saying.transaction, said.login)) {
    note(saying.transaction, "sign_in_failed", {{"account", row->id}});
  }
}

}  // namespace

Result<Entered> sign_in(Accounts& accounts, const SignIn& said, const Visitor& visitor) {
  auto admitted = accounts.orders.transact(
      [&](Saying& saying) { return admit(accounts, saying, said, visitor); });
  if (!admitted) return refused(admitted.error());
  if (!*admitted) return tl::make_unexpected(admitted->error());
  const std::string_view password = said.password;
  const auto verified =
      accounts.passwords.verify(password.substr(0, kPasswordBytesMax + 1), (*admitted)->hash);
  if (!verified) return refused(Reason::Busy, verified.error().wait);
  auto entered = accounts.orders.transact([&](Saying& saying) -> Result<Entered> {
    if (verified->right) return enter(accounts, saying, said, visitor, **admitted, *verified);
    note_failure(saying, said);
    return refused(Reason::SignInFailed);
  });
  if (!entered) return refused(entered.error());
  return std::move(*entered);
}

Result<void> change_password(Accounts& accounts, const std::string& account,
                             const std::string& session, const std::string& old,
                             const std::string& fresh) {
  const Rate tries(accounts.keys, kChanges, {account});
  std::chrono::milliseconds wait{0};
  const auto row = accounts.orders.database().transact([&](Transaction& transaction) {
    wait = tries.take(transaction);
    return row_of(transaction, account);
  });
  if (!row) return refused(row.error());
  if (wait.count() > 0) return refused(Reason::TooMany, seconds_of(wait));
  if (!*row) return refused(Reason::NotFound);
  if (const auto rule = check_password(fresh, {(*row)->organisation, (*row)->login}, "/new");
      !rule) {
    return rule;
  }
  const auto verified = accounts.passwords.verify(old, (*row)->password);
  if (!verified) return refused(Reason::Busy, verified.error().wait);
  if (!verified->right) return invalid("/old", "原密码不对。");
  const auto hash = accounts.passwords.hash(fresh);
  if (!hash) return refused(Reason::Busy, hash.error().wait);
  const auto done = accounts.orders.transact([&](Saying& saying) {
    replace_password(saying.transaction, account, (*row)->password, *hash);
    end_sessions_of(saying.transaction, account, session);
    tries.give_back_all(saying.transaction);
    if ((*row)->organisation.empty()) {
      note(saying.transaction, "password_changed", {{"account", account}, {"by", account}});
    }
    return true;
  });
  if (!done) return refused(done.error());
  return {};
}

void know_device(Transaction& transaction, const std::string& device, const std::string& account) {
  if (device.empty()) return;
  const std::int64_t until = transaction.now_ms() + std::chrono::milliseconds(kDeviceLife).count();
  transaction.run(
      "INSERT INTO devices (device, account, until_ms) VALUES ($1, $2, $3) "
      "ON CONFLICT (device, account) DO UPDATE SET until_ms = excluded.until_ms",
      {device, account, until});
}

void sweep_devices(Transaction& transaction) {
  transaction.run("DELETE FROM devices WHERE until_ms < $1", {transaction.now_ms()});
}

}  // namespace vermilion::service::accounts
