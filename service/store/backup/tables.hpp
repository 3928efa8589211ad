#pragma once

#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

// Tables as texts, the same whichever database they lie in: what a backup is made of, and how an
// installation moves from SQLite to PostgreSQL.
namespace vermilion::service::store::backup {

struct TableShape {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::string> key;  // of the columns: rows come in its order

  friend bool operator==(const TableShape&, const TableShape&) = default;
};

// All there are, by name; the list of migrations and a shelf of blobs are none of
// them. Empty: an empty database.
[[nodiscard]] std::vector<TableShape> tables(database::Transaction& transaction);

// The number of the last migration; 0: none has run.
[[nodiscard]] int schema_of(database::Transaction& transaction);

// A row is a JSON array of texts, whole numbers and nulls in the order of the columns, a page is
// rows with a line feed behind each.
struct Page {
  std::string text;
  std::size_t rows = 0;
};

// A thousand rows of the ledger are about a megabyte.
inline constexpr int kPageRows = 1000;

// Page after page in the order of the key, so that what has not changed is the same pages again.
void each_page(database::Transaction& transaction, const TableShape& table,
               const std::function<void(const Page&)>& take);

// Fails as Ours on what is no page of this table.
void insert(database::Transaction& transaction, const TableShape& table, const std::string& page);

}  // namespace vermilion::service::store::backup
