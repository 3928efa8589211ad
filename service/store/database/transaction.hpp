#pragma once

#include "service/store/database/error.hpp"
#include "service/store/database/place.hpp"
#include "service/store/database/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace vermilion::service::store::database {

class Connection;

template <class T>
struct Column;
template <>
struct Column<std::int64_t> {
  static constexpr ColumnKind kKind = ColumnKind::Number;
  static std::int64_t take(Value& value) { return std::get<std::int64_t>(value); }
};
template <>
struct Column<std::string> {
  static constexpr ColumnKind kKind = ColumnKind::Text;
  static std::string take(Value& value) { return std::move(std::get<std::string>(value)); }
};
template <>
struct Column<Bytes> {
  static constexpr ColumnKind kKind = ColumnKind::Bytes;
  static Bytes take(Value& value) { return std::move(std::get<Bytes>(value)); }
};
// Optional where NULL is meant; anywhere else a NULL is a mistake of ours.
template <class T>
struct Column<std::optional<T>> {
  static constexpr ColumnKind kKind = Column<T>::kKind;
  static std::optional<T> take(Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
    return Column<T>::take(value);
  }
};

using Row = std::vector<Value>;

// Work on the database that happens as a whole or not at all. Lent by Database to the work it
// runs, for as long as that runs. One SQL for both databases: $1, $2, …; BIGINT and TEXT; RETURNING
// to learn what was changed. Everything that fails throws Broken.
class Transaction {
 public:
  Transaction(Connection& connection, std::optional<std::int64_t> now_ms)
      : connection_(connection), now_ms_(now_ms) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // rows<std::string, std::int64_t>("SELECT id, since FROM orders WHERE stage = $1", {"draft"})
  template <class... Columns>
  std::vector<std::tuple<Columns...>> rows(const std::string& sql, const Parameters& with = {}) {
    std::vector<std::tuple<Columns...>> found;
    for (Row& row : fetch(sql, {Column<Columns>::kKind...}, with)) {
      found.push_back(taken<Columns...>(row, std::index_sequence_for<Columns...>{}));
    }
    return found;
  }

  // The first row, if there is one.
  template <class... Columns>
  std::optional<std::tuple<Columns...>> row(const std::string& sql, const Parameters& with = {}) {
    auto found = rows<Columns...>(sql, with);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  }

  // A statement without rows.
  void run(const std::string& sql, const Parameters& with = {}) { fetch(sql, {}, with); }

  // The same where the columns are known only when the program runs.
  std::vector<Row> rows_of(const std::string& sql, const std::vector<ColumnKind>& columns,
                           const Parameters& with = {}) {
    return fetch(sql, columns, with);
  }

  // Several statements without parameters: migrations.
  void script(const std::string& sql);

  // Waits until nobody else holds this name, and holds it until the end of the transaction. Whoever
  // locks several does so in the order: order, organisation, ledger.
  void lock(std::string_view name);

  // By the clock of the database; several machines agree on it. Milliseconds since 1970 in UTC.
  std::int64_t now_ms();

  Backend backend() const;

  // Ends without a trace, though the work returns as usual.
  void undo() { undone_ = true; }
  bool undone() const { return undone_; }

  [[noreturn]] static void fail(ErrorKind kind, std::string detail) {
    throw Broken{{kind, std::move(detail), {}}};
  }

 private:
  std::vector<Row> fetch(const std::string& sql, const std::vector<ColumnKind>& columns,
                         const Parameters& with);

  template <class... Columns, std::size_t... I>
  static std::tuple<Columns...> taken(Row& row, std::index_sequence<I...>) {
    (refuse_null<Columns>(row[I]), ...);
    return {Column<Columns>::take(row[I])...};
  }
  template <class T>
  static void refuse_null(const Value& value) {
    const bool may_be_null = std::is_constructible_v<T, std::nullopt_t>;
    if (!may_be_null && std::holds_alternative<std::monostate>(value)) {
      fail(ErrorKind::Ours, "a NULL where none is expected");
    }
  }

  Connection& connection_;
  std::optional<std::int64_t> now_ms_;
  bool undone_ = false;
};

}  // namespace vermilion::service::store::database
