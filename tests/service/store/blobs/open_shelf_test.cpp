#include "service/store/blobs/open_shelf.hpp"

#include "tests/service/store/a_database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::store::blobs {
namespace {

class OpenShelf : public tests::OnBoth {};
INSTANTIATE_TEST_SUITE_P(, OpenShelf,
                         testing::Values(tests::Backend::Sqlite, tests::Backend::PostgreSql),
                         tests::backend_name);

TEST_P(OpenShelf, IsAFolderOrLiesBesideTheTablesOfPostgreSql) {
  const tests::ADatabase a(GetParam());
  auto database = a.migrated();
  const tests::TemporaryFolder folder;
  Disk disk;
  EXPECT_TRUE(open_shelf((folder.path() / "blobs").string(), disk, &database));
  EXPECT_TRUE(open_shelf((folder.path() / "blobs").string(), disk, nullptr));
  const auto beside = open_shelf(std::string(kInDatabase), disk, &database);
  EXPECT_EQ(beside.has_value(), GetParam() == tests::Backend::PostgreSql);
  if (beside) return;
  EXPECT_THAT(beside.error().what, testing::HasSubstr("PostgreSQL only"));
}

}  // namespace
}  // namespace vermilion::service::store::blobs
