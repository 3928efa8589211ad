#include "service/store/database/place.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store::database;

TEST(PlaceOfADatabase, IsAFileUnlessItSaysPostgresql) {
  EXPECT_EQ(place_of("data/orders.db").backend, Backend::Sqlite);
  EXPECT_EQ(place_of("data/orders.db").where, "data/orders.db");
  const Place place = place_of("postgresql:host=/run/postgresql dbname=vermilion");
  EXPECT_EQ(place.backend, Backend::PostgreSql);
  EXPECT_EQ(place.where, "host=/run/postgresql dbname=vermilion");
}

}  // namespace
}  // namespace vermilion::tests
