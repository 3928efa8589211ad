#pragma once

#include "service/store/database/transaction.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Rows of the tables that lists are made of, as values: what should stand there can be worked out
// from the ledger, compared with what does, and written.
namespace vermilion::service::store::orders {

struct RowKey {
  std::string_view table;
  std::vector<std::string> columns;  // the values of the key

  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

using Columns = std::vector<database::Value>;  // those that are not of the key
using Rows = std::map<RowKey, Columns>;

struct Table {
  std::string_view name;
  std::vector<std::string_view> key;  // all of them texts
  std::vector<std::pair<std::string_view, database::ColumnKind>> columns;
};
const std::vector<Table>& tables();

// Makes rows that are `before` into those that are `after`. A row that somebody else has put there
// breaks the rule of its table.
void write(database::Transaction& transaction, const Rows& before, const Rows& after);

// All that stands there.
[[nodiscard]] Rows all_rows(database::Transaction& transaction);
void remove_all(database::Transaction& transaction);

// "attempts P1"
[[nodiscard]] std::string text_of(const RowKey& key);

}  // namespace vermilion::service::store::orders
