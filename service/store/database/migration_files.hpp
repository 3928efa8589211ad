#pragma once

#include "service/store/database/place.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace vermilion::service::store::database {

// The bytes of migrations/*.sql, by number.
struct MigrationFile {
  int number = 0;
  std::string_view name;
  std::optional<Backend> backend;  // unset: for both
  std::string_view sql;
};

extern const std::span<const MigrationFile> kMigrationFiles;

}  // namespace vermilion::service::store::database
