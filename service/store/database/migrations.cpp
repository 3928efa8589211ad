#include "service/store/database/migrations.hpp"

#include "service/crypto/digest.hpp"
#include "service/store/database/migration_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace vermilion::service::store::database {
namespace {

struct Ran {
  std::string name;
  std::string digest;
};

std::string digest_of(const Migration& migration) {
  return crypto::hex(crypto::sha256(migration.sql));
}

std::map<std::int64_t, Ran> already_ran(Transaction& transaction) {
  transaction.run(
      "CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL,"
      " digest TEXT NOT NULL, ran_at_ms BIGINT NOT NULL)");
  std::map<std::int64_t, Ran> ran;
  for (auto& [number, name, digest] : transaction.rows<std::int64_t, std::string, std::string>(
           "SELECT number, name, digest FROM migrations")) {
    ran[number] = {name, digest};
  }
  return ran;
}

void refuse_others(const std::map<std::int64_t, Ran>& ran, std::span<const Migration> known) {
  for (const auto& [number, there] : ran) {
    const auto ours = std::ranges::find(known, static_cast<int>(number), &Migration::number);
    if (ours == known.end()) {
      Transaction::fail(ErrorKind::Schema,
                        fmt::format("migration {} {} is newer than this program: run the newer one",
                                    number, there.name));
    }
    if (there.digest != digest_of(*ours)) {
      Transaction::fail(ErrorKind::Schema,
                        fmt::format("migration {} {} ran with another text", number, there.name));
    }
  }
}

void run(Transaction& transaction, const Migration& migration) {
  transaction.script(std::string(migration.sql));
  transaction.run(
      "INSERT INTO migrations (number, name, digest, ran_at_ms) VALUES ($1, $2, $3, $4)",
      {migration.number, migration.name, digest_of(migration), transaction.now_ms()});
}

}  // namespace

std::vector<Migration> shipped_migrations(Backend backend) {
  std::vector<Migration> migrations;
  for (const MigrationFile& file : kMigrationFiles) {
    if (file.backend && *file.backend != backend) continue;
    migrations.push_back({file.number, file.name, file.sql});
  }
  return migrations;
}

Result<int> migrate(Database& database) {
  return migrate(database, shipped_migrations(database.backend()));
}

Result<int> migrate(Database& database, std::span<const Migration> migrations) {
  return database.transact([&](Transaction& transaction) {
    transaction.lock("schema");
    const auto ran = already_ran(transaction);
    refuse_others(ran, migrations);
    int now_run = 0;
    for (const Migration& migration : migrations) {
      if (ran.contains(migration.number)) continue;
      run(transaction, migration);
      ++now_run;
    }
    return now_run;
  });
}

}  // namespace vermilion::service::store::database
