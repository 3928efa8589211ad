#include "service/accounts/staff.hpp"

#include "service/accounts/accounts.hpp"
#include "service/accounts/fields.hpp"
#include "service/accounts/noted.hpp"
#include "service/accounts/password_rule.hpp"
#include "service/accounts/roles.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/tokens.hpp"

#include <algorithm>

namespace vermilion::service::accounts {
namespace {

using store::orders::Saying;

// Two administrators who disable each other at once must not both succeed.
constexpr std::string_view kStaffLock = "staff";

bool is_login(std::string_view login) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  };
  return login.size() >= 3 && login.size() <= 32 && std::ranges::all_of(login, fits);
}

Result<void> check(const NewStaff& staff) {
  if (!is_login(staff.login)) {
    return invalid("/login", "登录名用 3 至 32 个小写字母、数字、点或横线。");
  }
  if (auto fit = check_line("/name", staff.name, kPersonCharactersMax); !fit) return fit;
  if (auto fit = check_roles(staff.roles); !fit) return fit;
  return check_password(staff.password, {staff.login});
}

bool is_admin(const Row& row) {
  return !row.disabled && row.roles.contains(Role::Admin);
}

bool is_last_admin(Transaction& transaction, const Row& row) {
  if (!is_admin(row)) return false;
  const auto all = rows_of_staff(transaction);
  return std::ranges::none_of(
      all, [&](const Row& other) { return other.id != row.id && is_admin(other); });
}

std::optional<Row> staff_row(Transaction& transaction, const std::string& account) {
  transaction.lock(kStaffLock);
  lock_row(transaction, account);
  auto row = row_of(transaction, account);
  if (!row || !row->organisation.empty()) return std::nullopt;
  return row;
}

Result<Row> change_within(Transaction& transaction, const std::string& account,
                          const StaffChange& change, const std::string& by) {
  auto row = staff_row(transaction, account);
  if (!row) return refused(Reason::NotFound);
  const bool was_last = is_last_admin(transaction, *row);
  if (change.roles) row->roles = *change.roles;
  if (change.disabled) row->disabled = *change.disabled;
  if (change.name) row->name = trimmed(*change.name);
  if (was_last && !is_admin(*row)) return refused(Reason::LastAdmin);
  write_row(transaction, *row);
  if (row->disabled) end_sessions_of(transaction, account);
  note(transaction, "staff_changed",
       {{"account", account},
        {"roles", text_of(row->roles)},
        {"disabled", row->disabled},
        {"by", by}});
  return std::move(*row);
}

// What signs an account out everywhere.
template <class Change>
Result<void> sign_out_after(Accounts& accounts, const std::string& account, std::string_view kind,
                            const std::string& by, const Change& change) {
  auto done = accounts.orders.transact([&](Saying& saying) -> Result<void> {
    auto row = staff_row(saying.transaction, account);
    if (!row) return refused(Reason::NotFound);
    change(*row);
    write_row(saying.transaction, *row);
    end_sessions_of(saying.transaction, account);
    note(saying.transaction, kind, {{"account", account}, {"by", by}});
    return {};
  });
  if (!done) return refused(done.error());
  return *done;
}

}  // namespace

Result<Row> make_staff(Accounts& accounts, const NewStaff& staff, const std::string& by) {
  if (auto fit = check(staff); !fit) return tl::make_unexpected(fit.error());
  const auto hash = accounts.passwords.hash(staff.password);
  if (!hash) return refused(Reason::Busy, hash.error().wait);
  auto made = accounts.orders.transact([&](Saying& saying) -> Result<Row> {
    Transaction& transaction = saying.transaction;
    transaction.lock(kStaffLock);
    if (row_of_login(transaction, staff.login)) return invalid("/login", "这个登录名已经使用。");
    Row row;
    row.id = new_id();
    row.login = staff.login;
    row.name = trimmed(staff.name);
    row.roles = staff.roles;
    row.password = *hash;
    row.made_at_ms = transaction.now_ms();
    write_row(transaction, row);
    note(transaction, "staff_made",
         {{"account", row.id}, {"login", row.login}, {"roles", text_of(row.roles)}, {"by", by}});
    return row;
  });
  if (!made) return refused(made.error());
  return std::move(*made);
}

Result<std::vector<Row>> staff(Accounts& accounts) {
  auto rows = accounts.orders.database().read(rows_of_staff);
  if (!rows) return refused(rows.error());
  return std::move(*rows);
}

Result<Row> staff_with_login(Accounts& accounts, const std::string& login) {
  auto row = accounts.orders.database().read(
      [&](Transaction& transaction) { return row_of_login(transaction, login); });
  if (!row) return refused(row.error());
  if (!*row) return refused(Reason::NotFound);
  return std::move(**row);
}

Result<Row> change_staff(Accounts& accounts, const std::string& account, const StaffChange& change,
                         const std::string& by) {
  if (change.roles) {
    if (auto fit = check_roles(*change.roles); !fit) return tl::make_unexpected(fit.error());
  }
  if (change.name) {
    auto fit = check_line("/name", *change.name, kPersonCharactersMax);
    if (!fit) return tl::make_unexpected(fit.error());
  }
  auto changed = accounts.orders.transact(
      [&](Saying& saying) { return change_within(saying.transaction, account, change, by); });
  if (!changed) return refused(changed.error());
  return std::move(*changed);
}

Result<void> set_staff_password(Accounts& accounts, const std::string& account,
                                const std::string& password, const std::string& by) {
  if (auto rule = check_password(password, {}); !rule) return rule;
  const auto hash = accounts.passwords.hash(password);
  if (!hash) return refused(Reason::Busy, hash.error().wait);
  return sign_out_after(accounts, account, "password_set", by,
                        [&](Row& row) { row.password = *hash; });
}

Result<void> reset_second_factor(Accounts& accounts, const std::string& account,
                                 const std::string& by) {
  return sign_out_after(accounts, account, "second_factor_reset", by, [](Row& row) {
    row.second_factor.clear();
    row.second_factor_is_set = false;
  });
}

Result<void> sign_out_everywhere(Accounts& accounts, const std::string& account,
                                 const std::string& by) {
  return sign_out_after(accounts, account, "sessions_ended", by, [](Row&) {});
}

}  // namespace vermilion::service::accounts
