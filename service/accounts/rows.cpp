#include "service/accounts/rows.hpp"

#include "service/accounts/roles.hpp"

#include <fmt/format.h>

#include <tuple>

namespace vermilion::service::accounts {
namespace {

using Maybe = std::optional<std::string>;
using Columns = std::tuple<std::string, std::string, Maybe, std::string, std::string, std::string,
                           std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

constexpr std::string_view kNames =
    "id, organisation, login, name, roles, password, second_factor, second_factor_is_set, "
    "second_factor_step, disabled, made_at_ms";

Row row_from(Columns&& columns) {
  auto& [id, organisation, login, name, roles, password, factor, is_set, step, disabled, made] =
      columns;
  return {std::move(id),
          std::move(organisation),
          login.value_or(""),
          std::move(name),
          roles_named(roles),
          std::move(password),
          std::move(factor),
          is_set != 0,
          step,
          disabled != 0,
          made};
}

std::vector<Row> rows_where(Transaction& transaction, std::string_view condition,
                            const store::database::Parameters& with = {}) {
  std::vector<Row> rows;
  for (auto& columns :
       transaction.rows<std::string, std::string, Maybe, std::string, std::string, std::string,
                        std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
           fmt::format("SELECT {} FROM accounts WHERE {}", kNames, condition), with)) {
    rows.push_back(row_from(std::move(columns)));
  }
  return rows;
}

std::optional<Row> first_of(std::vector<Row> rows) {
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

}  // namespace

std::optional<Row> row_of(Transaction& transaction, const std::string& account) {
  return first_of(rows_where(transaction, "id = $1", {account}));
}

std::optional<Row> row_of_login(Transaction& transaction, const std::string& login) {
  return first_of(rows_where(transaction, "login = $1", {login}));
}

std::vector<Row> rows_of_staff(Transaction& transaction) {
  return rows_where(transaction, "organisation = '' ORDER BY login");
}

void write_row(Transaction& transaction, const Row& row) {
  const Maybe login = row.login.empty() ? Maybe() : Maybe(row.login);
  transaction.run(
      fmt::format("INSERT INTO accounts ({}) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) "
                  "ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, "
                  "password = excluded.password, second_factor = excluded.second_factor, "
                  "second_factor_is_set = excluded.second_factor_is_set, "
                  "second_factor_step = excluded.second_factor_step, disabled = excluded.disabled",
                  kNames),
      {row.id, row.organisation, login, row.name, text_of(row.roles), row.password,
       row.second_factor, row.second_factor_is_set ? 1 : 0, row.second_factor_step,
       row.disabled ? 1 : 0, row.made_at_ms});
}

void lock_row(Transaction& transaction, const std::string& account) {
  transaction.lock("account/" + account);
}

void set_password(Transaction& transaction, const std::string& account, const std::string& hash) {
  transaction.run("UPDATE accounts SET password = $2 WHERE id = $1", {account, hash});
}

void replace_password(Transaction& transaction, const std::string& account, const std::string& old,
                      const std::string& hash) {
  transaction.run("UPDATE accounts SET password = $3 WHERE id = $1 AND password = $2",
                  {account, old, hash});
}

bool use_step(Transaction& transaction, const std::string& account, std::int64_t step) {
  return transaction
      .row<std::string>(
          "UPDATE accounts SET second_factor_step = $2 WHERE id = $1 AND second_factor_step < $2 "
          "RETURNING id",
          {account, step})
      .has_value();
}

Row seat_row(std::string seat, std::string organisation, std::string password) {
  Row row;
  row.id = std::move(seat);
  row.organisation = std::move(organisation);
  row.roles = Role::Applicant;
  row.password = std::move(password);
  return row;
}

}  // namespace vermilion::service::accounts
