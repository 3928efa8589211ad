#include "service/store/database/place.hpp"

namespace vermilion::service::store::database {

Place place_of(std::string_view text) {
  constexpr std::string_view kPostgreSql = "postgresql:";
  if (!text.starts_with(kPostgreSql)) return {Backend::Sqlite, std::string(text)};
  return {Backend::PostgreSql, std::string(text.substr(kPostgreSql.size()))};
}

}  // namespace vermilion::service::store::database
