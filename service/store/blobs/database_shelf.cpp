#include "service/store/blobs/database_shelf.hpp"

#include <fmt/format.h>

namespace vermilion::service::store::blobs {
namespace {

using database::Backend;
using database::Bytes;
using database::Transaction;

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS blobs (id TEXT NOT NULL, key BYTEA NOT NULL,"
    " content BYTEA NOT NULL, kept_at_ms BIGINT NOT NULL, CONSTRAINT \"blobs.id\" PRIMARY KEY "
    "(id))";

template <class T>
Result<T> said(database::Result<T> done) {
  if (done) return *std::move(done);
  return tl::unexpected(Failure{Fault::Unavailable, "blobs: " + done.error().detail});
}

std::optional<std::string> key_of(Transaction& transaction, const BlobId& id) {
  transaction.lock("blob/" + id.text());
  auto row = transaction.row<Bytes>("SELECT key FROM blobs WHERE id = $1", {id.text()});
  if (!row) return std::nullopt;
  return std::move(std::get<0>(*row).bytes);
}

}  // namespace

Result<DatabaseShelf> DatabaseShelf::open(database::Database& database) {
  if (database.backend() != Backend::PostgreSql) {
    return tl::unexpected(
        Failure{Fault::Unavailable, "blobs lie in a database of PostgreSQL only"});
  }
  const auto made = database.transact([](Transaction& transaction) {
    transaction.lock("schema");
    transaction.script(kTable);
    return true;
  });
  if (!made) return tl::unexpected(said(made).error());
  return DatabaseShelf(database);
}

Result<bool> DatabaseShelf::keep(const BlobId& id, const std::optional<std::string>& expected_key,
                                 const std::string& key, const std::string& content) {
  return said(database_->transact([&](Transaction& transaction) {
    if (key_of(transaction, id) != expected_key) return false;
    transaction.run(
        "INSERT INTO blobs (id, key, content, kept_at_ms) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (id) DO UPDATE SET key = excluded.key, content = excluded.content, "
        "kept_at_ms = excluded.kept_at_ms",
        {id.text(), Bytes{key}, Bytes{content}, transaction.now_ms()});
    return true;
  }));
}

Result<bool> DatabaseShelf::exchange_key(const BlobId& id, const std::string& expected_key,
                                         const std::string& key) {
  return said(database_->transact([&](Transaction& transaction) {
    if (key_of(transaction, id) != expected_key) return false;
    transaction.run("UPDATE blobs SET key = $1 WHERE id = $2", {Bytes{key}, id.text()});
    return true;
  }));
}

Result<std::string> DatabaseShelf::key(const BlobId& id) const {
  return column(id, "key");
}

Result<std::string> DatabaseShelf::content(const BlobId& id) const {
  return column(id, "content");
}

Result<bool> DatabaseShelf::destroy(const BlobId& id, std::chrono::sys_seconds before) {
  const std::chrono::milliseconds limit = before.time_since_epoch();
  return said(database_->transact([&](Transaction& transaction) {
    transaction.lock("blob/" + id.text());
    const auto row =
        transaction.row<std::int64_t>("SELECT kept_at_ms FROM blobs WHERE id = $1", {id.text()});
    if (row && std::get<0>(*row) >= limit.count()) return false;
    transaction.run("DELETE FROM blobs WHERE id = $1", {id.text()});
    return true;
  }));
}

Result<std::vector<BlobId>> DatabaseShelf::ids() const {
  return said(database_->read([](Transaction& transaction) {
    std::vector<BlobId> ids;
    for (const auto& [text] :
         transaction.rows<std::string>("SELECT id FROM blobs ORDER BY id COLLATE \"C\"")) {
      if (auto id = BlobId::parse(text)) ids.push_back(*std::move(id));
    }
    return ids;
  }));
}

Result<std::size_t> DatabaseShelf::tidy(std::chrono::sys_seconds) {
  return 0;
}

Result<std::string> DatabaseShelf::column(const BlobId& id, const char* name) const {
  auto found = database_->read([&](Transaction& transaction) {
    return transaction.row<Bytes>(fmt::format("SELECT {} FROM blobs WHERE id = $1", name),
                                  {id.text()});
  });
  if (!found) return tl::unexpected(said(std::move(found)).error());
  if (!*found) return tl::unexpected(Failure{Fault::Missing, id.text() + " is not there"});
  return std::move(std::get<0>(**found).bytes);
}

}  // namespace vermilion::service::store::blobs
