#pragma once

#include "service/accounts/asker.hpp"
#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Accounts as they stand in their table.
namespace vermilion::service::accounts {

using store::database::Transaction;

struct Row {
  std::string id;
  std::string organisation;  // empty: of the staff
  std::string login;         // of the staff
  std::string name;          // of the staff
  Roles roles;
  std::string password;       // argon2id; empty: none yet
  std::string second_factor;  // sealed; empty: none
  bool second_factor_is_set = false;
  std::int64_t second_factor_step = 0;
  bool disabled = false;
  std::int64_t made_at_ms = 0;
};

[[nodiscard]] std::optional<Row> row_of(Transaction& transaction, const std::string& account);
[[nodiscard]] std::optional<Row> row_of_login(Transaction& transaction, const std::string& login);
[[nodiscard]] std::vector<Row> rows_of_staff(Transaction& transaction);

// One that is there is written over; whoever does so has locked it.
void write_row(Transaction& transaction, const Row& row);
void lock_row(Transaction& transaction, const std::string& account);

void set_password(Transaction& transaction, const std::string& account, const std::string& hash);
// Where it is still that: nobody's newer password is written over.
void replace_password(Transaction& transaction, const std::string& account, const std::string& old,
                      const std::string& hash);
// False: this step of time, or a later one, was used before.
bool use_step(Transaction& transaction, const std::string& account, std::int64_t step);

// A seat: found by its organisation, named by the ledger.
[[nodiscard]] Row seat_row(std::string seat, std::string organisation, std::string password);

}  // namespace vermilion::service::accounts
