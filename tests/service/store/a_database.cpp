#include "tests/service/store/a_database.hpp"

#include "service/store/database/migrations.hpp"
#include "tests/service/store/a_postgresql.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

namespace vermilion::tests {
namespace {

namespace fs = std::filesystem;

fs::path a_folder() {
  const char* wanted = std::getenv("VERMILION_DATABASE_FOLDER");
  const fs::path memory = fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
  const fs::path parent = wanted == nullptr ? memory : fs::path(wanted);
  std::string name = (parent / "vermilion-db-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return name;
}

Place a_postgresql_database() {
  static int made = 0;
  const std::string name = fmt::format("test{}", ++made);
  APostgreSql::running().create(name);
  return {Backend::PostgreSql, APostgreSql::running().where(name)};
}

}  // namespace

struct ADatabase::Inside {
  ~Inside() {
    std::error_code ignored;
    if (!folder.empty()) fs::remove_all(folder, ignored);
  }
  fs::path folder;
};

ADatabase::ADatabase(Backend backend) : inside_(std::make_unique<Inside>()) {
  if (backend == Backend::PostgreSql) {
    place_ = a_postgresql_database();
    return;
  }
  inside_->folder = a_folder();
  place_ = {Backend::Sqlite, (inside_->folder / "store.db").string()};
}

ADatabase::~ADatabase() = default;

Database ADatabase::open(Options options) const {
  auto database = Database::open(place_, std::move(options));
  if (!database) throw std::runtime_error(database.error().detail);
  return std::move(*database);
}

Database ADatabase::migrated(Options options) const {
  Database database = open(std::move(options));
  const auto ran = vermilion::service::store::database::migrate(database);
  if (!ran) throw std::runtime_error(ran.error().detail);
  return database;
}

std::string why_no_postgresql() {
  try {
    APostgreSql::running();
    return "";
  } catch (const std::runtime_error& reason) {
    return reason.what();
  }
}

std::string backend_name(const testing::TestParamInfo<Backend>& info) {
  return info.param == Backend::Sqlite ? "SQLite" : "PostgreSQL";
}

}  // namespace vermilion::tests
