#include "service/store/orders/tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace vermilion::service::store::orders {
namespace {

using database::ColumnKind;
using database::Parameters;
using database::Transaction;
using database::Value;

const Table& table_of(const RowKey& key) {
  return *std::ranges::find(tables(), key.table, &Table::name);
}

// "id = $3 AND project = $4"
std::string is_row(const Table& table, std::size_t first) {
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < table.key.size(); ++i) {
    terms.push_back(fmt::format("{} = ${}", table.key[i], first + i));
  }
  return fmt::format("{}", fmt::join(terms, " AND "));
}

Parameters in_order(const std::vector<std::string>& key, const Columns& columns, bool key_first) {
  Parameters with;
  const auto add_key = [&] {
    for (const std::string& value : key) with.emplace_back(value);
  };
  if (key_first) add_key();
  for (const Value& value : columns) with.emplace_back(std::nullopt).value = value;
  if (!key_first) add_key();
  return with;
}

void insert(Transaction& transaction, const RowKey& key, const Columns& columns) {
  const Table& table = table_of(key);
  std::vector<std::string_view> names = table.key;
  for (const auto& [name, kind] : table.columns) names.push_back(name);
  std::vector<std::string> places;
  for (std::size_t i = 1; i <= names.size(); ++i) places.push_back(fmt::format("${}", i));
  transaction.run(fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, fmt::join(names, ", "),
                              fmt::join(places, ", ")),
                  in_order(key.columns, columns, true));
}

void update(Transaction& transaction, const RowKey& key, const Columns& columns) {
  const Table& table = table_of(key);
  std::vector<std::string> changes;
  for (const auto& [name, kind] : table.columns) {
    changes.push_back(fmt::format("{} = ${}", name, changes.size() + 1));
  }
  transaction.run(fmt::format("UPDATE {} SET {} WHERE {}", table.name, fmt::join(changes, ", "),
                              is_row(table, changes.size() + 1)),
                  in_order(key.columns, columns, false));
}

void remove(Transaction& transaction, const RowKey& key) {
  const Table& table = table_of(key);
  transaction.run(fmt::format("DELETE FROM {} WHERE {}", table.name, is_row(table, 1)),
                  in_order(key.columns, {}, true));
}

}  // namespace

const std::vector<Table>& tables() {
  constexpr auto kText = ColumnKind::Text;
  constexpr auto kNumber = ColumnKind::Number;
  static const std::vector<Table> kTables{
      {"orders",
       {"id"},
       {{"organisation", kText},
        {"project", kText},
        {"operation", kText},
        {"variant", kText},
        {"stage", kText},
        {"status", kText},
        {"payment_status", kText},
        {"waiting_for", kText},
        {"turn", kText},
        {"since", kNumber},
        {"until", kNumber},
        {"begun_at", kNumber},
        {"changed_at", kNumber},
        {"version", kNumber},
        {"terms_digest", kText}}},
      {"attempts",
       {"id"},
       {{"order_id", kText},
        {"channel", kText},
        {"state", kText},
        {"amount_fen", kNumber},
        {"paid_fen", kNumber},
        {"transaction_id", kText},
        {"opened_at", kNumber}}},
      {"refunds",
       {"id"},
       {{"order_id", kText},
        {"attempt", kText},
        {"state", kText},
        {"amount_fen", kNumber},
        {"since", kNumber}}},
      {"certificates",
       {"serial", "order_id"},
       {{"key_id", kText},
        {"organisation", kText},
        {"project", kText},
        {"main_key", kNumber},
        {"valid_until", kNumber},
        {"renewed", kNumber}}},
      {"revocations", {"serial"}, {{"order_id", kText}}},
      {"organisations",
       {"credit_code"},
       {{"state", kText}, {"name", kText}, {"registered_at", kNumber}, {"version", kNumber}}},
      {"main_keys",
       {"organisation", "project"},
       {{"state", kText}, {"order_id", kText}, {"serial", kText}, {"valid_until", kNumber}}}};
  return kTables;
}

void write(Transaction& transaction, const Rows& before, const Rows& after) {
  for (const auto& [key, columns] : before) {
    if (!after.contains(key)) remove(transaction, key);
  }
  for (const auto& [key, columns] : after) {
    const auto old = before.find(key);
    if (old == before.end()) {
      insert(transaction, key, columns);
    } else if (old->second != columns) {
      update(transaction, key, columns);
    }
  }
}

Rows all_rows(Transaction& transaction) {
  Rows rows;
  for (const Table& table : tables()) {
    std::vector<std::string_view> names = table.key;
    std::vector<ColumnKind> kinds(table.key.size(), ColumnKind::Text);
    for (const auto& [name, kind] : table.columns) {
      names.push_back(name);
      kinds.push_back(kind);
    }
    const std::string sql = fmt::format("SELECT {} FROM {}", fmt::join(names, ", "), table.name);
    for (database::Row& row : transaction.rows_of(sql, kinds)) {
      RowKey key{table.name, {}};
      const auto end_of_key = row.begin() + static_cast<std::ptrdiff_t>(table.key.size());
      for (auto value = row.begin(); value != end_of_key; ++value) {
        key.columns.push_back(std::get<std::string>(*value));
      }
      rows[std::move(key)] = Columns(end_of_key, row.end());
    }
  }
  return rows;
}

void remove_all(Transaction& transaction) {
  for (const Table& table : tables()) transaction.run(fmt::format("DELETE FROM {}", table.name));
}

std::string text_of(const RowKey& key) {
  return fmt::format("{} {}", key.table, fmt::join(key.columns, " "));
}

}  // namespace vermilion::service::store::orders
