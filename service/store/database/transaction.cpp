#include "service/store/database/transaction.hpp"

#include "service/store/database/connection.hpp"

#include <Poco/Data/LOB.h>
#include <Poco/Data/Statement.h>
#include <Poco/Exception.h>
#include <Poco/Nullable.h>

#include <array>

namespace vermilion::service::store::database {
namespace {

using Poco::Data::Keywords::bind;
using Poco::Data::Keywords::into;

template <class T>
using Cells = std::vector<Poco::Nullable<T>>;
using AnyCells = std::variant<Cells<Poco::Int64>, Cells<std::string>, Cells<Poco::Data::BLOB>>;

struct Binder {
  Poco::Data::Statement& statement;

  void operator()(std::monostate) const { statement.addBind(bind(Poco::Nullable<std::string>())); }
  void operator()(std::int64_t number) const { statement.addBind(bind(Poco::Int64{number})); }
  void operator()(const std::string& text) const {
    // PostgreSQL cuts a text at its first NUL without a word.
    if (text.find('\0') != text.npos) Transaction::fail(ErrorKind::Ours, "a text with NUL");
    statement.addBind(bind(text));
  }
  void operator()(const Bytes& bytes) const {
    // Poco would write a NULL.
    if (bytes.bytes.empty()) Transaction::fail(ErrorKind::Ours, "no bytes at all");
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.bytes.data());
    statement.addBind(bind(Poco::Data::BLOB(data, bytes.bytes.size())));
  }
};

AnyCells cells_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::Number:
      return Cells<Poco::Int64>{};
    case ColumnKind::Text:
      return Cells<std::string>{};
    case ColumnKind::Bytes:
      return Cells<Poco::Data::BLOB>{};
  }
  return {};
}

Value value_of(Poco::Int64 number) {
  return std::int64_t{number};
}
Value value_of(std::string& text) {
  return std::move(text);
}
Value value_of(const Poco::Data::BLOB& blob) {
  return Bytes{std::string(blob.begin(), blob.end())};
}

void take(AnyCells& column, std::vector<Row>& rows) {
  std::visit(
      [&](auto& cells) {
        rows.resize(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
          rows[i].push_back(cells[i].isNull() ? Value{} : value_of(cells[i].value()));
        }
      },
      column);
}

}  // namespace

std::string_view name_of(ErrorKind kind) {
  constexpr std::array<std::string_view, 6> kNames{"busy",   "constraint", "down",
                                                   "schema", "stale",      "ours"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Row> Transaction::fetch(const std::string& sql, const std::vector<ColumnKind>& columns,
                                    const Parameters& with) {
  std::vector<AnyCells> cells;
  for (const ColumnKind kind : columns) cells.push_back(cells_of(kind));
  try {
    Poco::Data::Statement statement(connection_.session());
    statement << connection_.adapted(sql);
    for (const Parameter& parameter : with) std::visit(Binder{statement}, parameter.value);
    for (AnyCells& column : cells) {
      std::visit([&](auto& typed) { statement.addExtract(into(typed)); }, column);
    }
    statement.execute();
  } catch (const Poco::Exception& exception) {
    throw Broken{connection_.error_of(exception, sql)};
  }
  std::vector<Row> rows;
  for (AnyCells& column : cells) take(column, rows);
  return rows;
}

void Transaction::script(const std::string& sql) {
  connection_.script(sql);
}

void Transaction::lock(std::string_view name) {
  connection_.lock(name);
}

std::int64_t Transaction::now_ms() {
  return now_ms_ ? *now_ms_ : connection_.now_ms();
}

Backend Transaction::backend() const {
  return connection_.backend();
}

}  // namespace vermilion::service::store::database
