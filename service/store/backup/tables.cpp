#include "service/store/backup/tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace vermilion::service::store::backup {
namespace {

using database::Backend;
using database::ErrorKind;
using database::Parameter;
using database::Parameters;
using database::Transaction;
using nlohmann::json;

constexpr std::string_view kMigrations = "migrations";
constexpr std::string_view kBlobs = "blobs";  // of a shelf, which is copied as a shelf

// table, column, type, place in the key (0: not of it); ordered by table and place.
constexpr const char* kSqliteCatalogue =
    "SELECT m.name, i.name, i.type, i.pk FROM sqlite_master AS m, pragma_table_info(m.name) AS i "
    "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, i.cid";
constexpr const char* kPostgreSqlCatalogue =
    "SELECT c.table_name::text, c.column_name::text, upper(c.data_type::text), "
    "coalesce(k.ordinal_position, 0)::bigint FROM information_schema.columns AS c "
    "LEFT JOIN information_schema.table_constraints AS t ON t.table_schema = c.table_schema "
    "AND t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY' "
    "LEFT JOIN information_schema.key_column_usage AS k ON k.table_schema = c.table_schema "
    "AND k.table_name = c.table_name AND k.constraint_name = t.constraint_name "
    "AND k.column_name = c.column_name "
    "WHERE c.table_schema = current_schema() ORDER BY c.table_name, c.ordinal_position";

using CatalogueRow = std::tuple<std::string, std::string, std::string, std::int64_t>;

std::vector<CatalogueRow> catalogue(Transaction& transaction) {
  const bool sqlite = transaction.backend() == Backend::Sqlite;
  return transaction.rows<std::string, std::string, std::string, std::int64_t>(
      sqlite ? kSqliteCatalogue : kPostgreSqlCatalogue);
}

std::string quoted(const std::string& name) {
  return fmt::format("\"{}\"", name);
}

std::string list_of(const std::vector<std::string>& names) {
  std::vector<std::string> all;
  std::ranges::transform(names, std::back_inserter(all), quoted);
  return fmt::format("{}", fmt::join(all, ", "));
}

std::string placeholders(std::size_t count) {
  std::vector<std::string> all;
  for (std::size_t i = 1; i <= count; ++i) all.push_back(fmt::format("${}", i));
  return fmt::format("{}", fmt::join(all, ", "));
}

// "SELECT json_array(…) FROM … WHERE (key) > ($1, …) ORDER BY key LIMIT 1000"
std::string select(const TableShape& table, bool sqlite, bool further) {
  const std::string key = list_of(table.key);
  const std::string columns = list_of(table.columns);
  const std::string row = sqlite ? fmt::format("json_array({})", columns)
                                 : fmt::format("json_build_array({})::text", columns);
  const std::string behind =
      further ? fmt::format(" WHERE ({}) > ({})", key, placeholders(table.key.size())) : "";
  return fmt::format("SELECT {} FROM {}{} ORDER BY {} LIMIT {}", row, quoted(table.name), behind,
                     key, kPageRows);
}

Parameter parameter_of(const json& value) {
  if (value.is_null()) return std::nullopt;
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_string()) return value.get<std::string>();
  Transaction::fail(ErrorKind::Ours, "a value that is neither text nor number");
}

// Where the next page begins: behind the key of this row.
Parameters key_in(const TableShape& table, const json& row) {
  Parameters key;
  for (const std::string& column : table.key) {
    const auto at = std::ranges::find(table.columns, column) - table.columns.begin();
    key.push_back(parameter_of(row.at(static_cast<std::size_t>(at))));
  }
  return key;
}

// Whatever wrote the text: no blanks, so that both databases give the same page.
json row_in(const std::string& text) {
  json row = json::parse(text, nullptr, false);
  if (!row.is_array()) Transaction::fail(ErrorKind::Ours, "a row that is no JSON array");
  return row;
}

}  // namespace

std::vector<TableShape> tables(Transaction& transaction) {
  std::vector<TableShape> found;
  for (const auto& [table, column, type, key] : catalogue(transaction)) {
    if (table == kMigrations || table == kBlobs) continue;
    if (type != "BIGINT" && type != "TEXT") {
      Transaction::fail(ErrorKind::Ours, fmt::format("{}.{} is of type {}", table, column, type));
    }
    if (found.empty() || found.back().name != table) found.push_back({table, {}, {}});
    found.back().columns.push_back(column);
    if (key == 0) continue;
    auto& columns = found.back().key;
    columns.resize(std::max(columns.size(), static_cast<std::size_t>(key)));
    columns[static_cast<std::size_t>(key) - 1] = column;
  }
  return found;
}

int schema_of(Transaction& transaction) {
  const auto rows = catalogue(transaction);
  const bool migrated = std::ranges::any_of(
      rows, [](const CatalogueRow& row) { return std::get<0>(row) == kMigrations; });
  if (!migrated) return 0;
  const auto last =
      transaction.row<std::int64_t>("SELECT coalesce(max(number), 0) FROM migrations");
  return static_cast<int>(std::get<0>(*last));
}

void each_page(Transaction& transaction, const TableShape& table,
               const std::function<void(const Page&)>& take) {
  const bool sqlite = transaction.backend() == Backend::Sqlite;
  std::optional<Parameters> behind;
  for (;;) {
    const auto rows = transaction.rows<std::string>(select(table, sqlite, behind.has_value()),
                                                    behind.value_or(Parameters{}));
    if (rows.empty()) return;
    Page page;
    for (const auto& [text] : rows) {
      const json row = row_in(text);
      page.text += row.dump() + "\n";
      behind = key_in(table, row);
    }
    page.rows = rows.size();
    take(page);
    if (rows.size() < static_cast<std::size_t>(kPageRows)) return;
  }
}

void insert(Transaction& transaction, const TableShape& table, const std::string& page) {
  const std::string sql = fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted(table.name),
                                      list_of(table.columns), placeholders(table.columns.size()));
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    const json row = row_in(line);
    if (row.size() != table.columns.size()) {
      Transaction::fail(ErrorKind::Ours, fmt::format("a row of {} of another width", table.name));
    }
    Parameters values;
    for (const json& value : row) values.push_back(parameter_of(value));
    transaction.run(sql, values);
  }
}

}  // namespace vermilion::service::store::backup
