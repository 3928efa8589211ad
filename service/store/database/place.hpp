#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vermilion::service::store::database {

enum class Backend : std::uint8_t { Sqlite, PostgreSql };

// Which database, and where.
struct Place {
  Backend backend = Backend::Sqlite;
  std::string where;  // a file; or "host=/run/postgresql user=vermilion dbname=vermilion"
};

// "postgresql:host=… user=… dbname=…", else the path of a file.
[[nodiscard]] Place place_of(std::string_view text);

}  // namespace vermilion::service::store::database
