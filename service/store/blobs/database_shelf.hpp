#pragma once

#include "service/store/blobs/shelf.hpp"
#include "service/store/database/database.hpp"

namespace vermilion::service::store::blobs {

// A table in PostgreSQL, for programs on several machines: whoever reaches the database reaches the
// blobs. Not on SQLite, where one writes at a time and a scan would keep everybody waiting.
//
// The shelf makes its table itself. It is no part of what a backup reads page by page: blobs are
// copied one by one, sealed as they are, whatever shelf they lie on.
class DatabaseShelf final : public Shelf {
 public:
  // `database` must outlive the shelf.
  [[nodiscard]] static Result<DatabaseShelf> open(database::Database& database);

  Result<bool> keep(const BlobId& id, const std::optional<std::string>& expected_key,
                    const std::string& key, const std::string& content) override;
  Result<bool> exchange_key(const BlobId& id, const std::string& expected_key,
                            const std::string& key) override;
  Result<std::string> key(const BlobId& id) const override;
  Result<std::string> content(const BlobId& id) const override;
  // What was deleted stays in PostgreSQL's files until it vacuums, and in its logs; what it was
  // wrapped by must leave the key file to be sure of that.
  Result<bool> destroy(const BlobId& id, std::chrono::sys_seconds before) override;
  Result<std::vector<BlobId>> ids() const override;
  // Nothing is ever half there.
  Result<std::size_t> tidy(std::chrono::sys_seconds before) override;

 private:
  explicit DatabaseShelf(database::Database& database) : database_(&database) {}

  Result<std::string> column(const BlobId& id, const char* name) const;

  database::Database* database_;
};

}  // namespace vermilion::service::store::blobs
