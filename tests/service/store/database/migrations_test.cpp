#include "service/store/database/migrations.hpp"

#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store::database;

class Migrations : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Migrations, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST_P(Migrations, RunOnce) {
  const ADatabase a(GetParam());
  Database database = a.open();
  const auto first = migrate(database);
  ASSERT_TRUE(first) << first.error().detail;
  EXPECT_EQ(*first, static_cast<int>(shipped_migrations(GetParam()).size()));
  EXPECT_EQ(migrate(database), 0);
}

const std::vector<Migration> kTwo{{1, "one", "CREATE TABLE one (x BIGINT);"},
                                  {2, "two", "CREATE TABLE two (x BIGINT);"}};

TEST_P(Migrations, OlderProgramRefusesANewerDatabase) {
  const ADatabase a(GetParam());
  Database database = a.open();
  ASSERT_TRUE(migrate(database, kTwo));
  const auto older = migrate(database, std::span(kTwo).first(1));
  ASSERT_FALSE(older);
  EXPECT_EQ(older.error().kind, ErrorKind::Schema);
  EXPECT_THAT(older.error().detail, testing::HasSubstr("2 two"));
}

TEST_P(Migrations, ChangedMigrationIsRefused) {
  const ADatabase a(GetParam());
  Database database = a.open();
  ASSERT_TRUE(migrate(database, kTwo));
  std::vector<Migration> changed = kTwo;
  changed[0].sql = "CREATE TABLE one (x BIGINT, y BIGINT);";
  const auto refused = migrate(database, changed);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Schema);
}

TEST_P(Migrations, FailingOneLeavesNothingOfAny) {
  const ADatabase a(GetParam());
  Database database = a.open();
  const std::vector<Migration> broken{kTwo[0], {2, "two", "CREATE NONSENSE;"}};
  ASSERT_FALSE(migrate(database, broken));
  EXPECT_EQ(migrate(database, kTwo), 2);
}

TEST(ShippedMigrations, AreNumberedWithoutGap) {
  for (const Backend backend : {Backend::Sqlite, Backend::PostgreSql}) {
    int expected = 1;
    for (const Migration& migration : shipped_migrations(backend)) {
      EXPECT_EQ(migration.number, expected++) << migration.name;
    }
  }
}

}  // namespace
}  // namespace vermilion::tests
