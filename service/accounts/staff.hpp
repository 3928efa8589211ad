#pragma once

#include "service/accounts/asker.hpp"
#include "service/accounts/refused.hpp"
#include "service/accounts/rows.hpp"

#include <optional>
#include <string>
#include <vector>

// Accounts of the staff, looked after by an administrator or on the machine itself. `by` is who
// does it: an account, or "console". Every change is an entry of the ledger.
namespace vermilion::service::accounts {

struct Accounts;

struct NewStaff {
  std::string login;  // 3 to 32 of a-z 0-9 . - _
  std::string name;
  Roles roles;
  std::string password;
};
[[nodiscard]] Result<Row> make_staff(Accounts& accounts, const NewStaff& staff,
                                     const std::string& by);

[[nodiscard]] Result<std::vector<Row>> staff(Accounts& accounts);
[[nodiscard]] Result<Row> staff_with_login(Accounts& accounts, const std::string& login);

struct StaffChange {
  std::optional<Roles> roles;
  std::optional<bool> disabled;
  std::optional<std::string> name;
};
// Counts at once, in every session. The last administrator stays one.
[[nodiscard]] Result<Row> change_staff(Accounts& accounts, const std::string& account,
                                       const StaffChange& change, const std::string& by);

// Each of them signs the account out everywhere.
[[nodiscard]] Result<void> set_staff_password(Accounts& accounts, const std::string& account,
                                              const std::string& password, const std::string& by);
[[nodiscard]] Result<void> reset_second_factor(Accounts& accounts, const std::string& account,
                                               const std::string& by);
[[nodiscard]] Result<void> sign_out_everywhere(Accounts& accounts, const std::string& account,
                                               const std::string& by);

}  // namespace vermilion::service::accounts
