#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What goes into statements and comes out of rows, the same for both databases. Times are whole
// numbers, truth is 0 and 1.
namespace vermilion::service::store::database {

struct Bytes {
  std::string bytes;

  friend bool operator==(const Bytes&, const Bytes&) = default;
};

using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

// A parameter: the first is $1 in the statement, the second $2, …; none is left out.
struct Parameter {
  Parameter(std::nullopt_t) {}
  Parameter(std::int64_t number) : value(number) {}
  Parameter(int number) : value(std::int64_t{number}) {}
  Parameter(std::uint64_t number) : value(static_cast<std::int64_t>(number)) {}
  Parameter(std::string text) : value(std::move(text)) {}
  Parameter(std::string_view text) : value(std::string(text)) {}
  Parameter(const char* text) : value(std::string(text)) {}
  Parameter(Bytes bytes) : value(std::move(bytes)) {}
  template <class T>
  Parameter(const std::optional<T>& maybe) {
    if (maybe) value = Parameter(*maybe).value;
  }

  Value value;
};
using Parameters = std::vector<Parameter>;

// What a column is read as.
enum class ColumnKind : std::uint8_t { Number, Text, Bytes };

}  // namespace vermilion::service::store::database
