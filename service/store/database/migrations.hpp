#pragma once

#include "service/store/database/database.hpp"

#include <span>
#include <string_view>
#include <vector>

// The tables, made and changed by numbered scripts: migrations/NNNN_<name>.sql, or with
// .sqlite.sql and .postgresql.sql where the two differ. A script that has run anywhere is never
// changed; what has to be different is another script.
namespace vermilion::service::store::database {

struct Migration {
  int number = 0;
  std::string_view name;
  std::string_view sql;
};

// Those that came with the program, by number.
[[nodiscard]] std::vector<Migration> shipped_migrations(Backend backend);

// Runs what has not run yet, all of it or nothing. Refused as Schema when the database knows a
// migration this program does not (a newer program has been here), or one that ran with another
// text. Gives how many ran.
[[nodiscard]] Result<int> migrate(Database& database);
[[nodiscard]] Result<int> migrate(Database& database, std::span<const Migration> migrations);

}  // namespace vermilion::service::store::database
