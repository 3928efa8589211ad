#include "service/store/database/connection.hpp"

namespace vermilion::service::store::database {

std::unique_ptr<Connection> open(const Place& place) {
  return place.backend == Backend::Sqlite ? open_sqlite(place.where) : open_postgresql(place.where);
}

}  // namespace vermilion::service::store::database
