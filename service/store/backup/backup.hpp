#pragma once

#include "service/store/backup/manifest.hpp"
#include "service/store/blobs/blobs.hpp"
#include "service/store/database/database.hpp"

#include <chrono>
#include <filesystem>
#include <vector>

// Copies of everything, taken while everybody goes on working:
//
//   <folder>/<UTC time>.json   what one backup holds; written last, so what has one is whole
//   <folder>/pages/            the tables, page by page, as blobs under the same key file
//   <folder>/blobs/            the blobs, sealed as they are
//
// The tables are those of one moment. Blobs are copied after it, so every blob that the tables name
// is there. Pages that are like those of an earlier backup are not kept twice. A backup does not
// depend on which database it was made of: restoring into the other one is how to move.
namespace vermilion::service::store::backup {

// What is backed up, and restored into.
struct Place {
  database::Database& database;
  blobs::Shelf& shelf;
};

// A second backup within the same second is refused.
[[nodiscard]] Result<Manifest> make(const Place& from, const blobs::KeyRing& ring,
                                    const std::filesystem::path& folder,
                                    std::chrono::sys_seconds now);

// Those of a folder, the oldest first.
[[nodiscard]] Result<std::vector<Manifest>> list(const std::filesystem::path& folder);

// Into a database without tables and a shelf without blobs; refused otherwise, and when the backup
// is of a newer program. Every page and every blob is opened on the way, and the ledger that comes
// out must end where the backup says. All tables are there or none.
[[nodiscard]] Result<void> restore(const Manifest& manifest, const std::filesystem::path& folder,
                                   const blobs::KeyRing& ring, const Place& into);

// Forgets the backups made before that moment and destroys the keys of all that only they held.
// What was erased meanwhile is then gone from the folder, too. Gives how many were forgotten.
[[nodiscard]] Result<std::size_t> forget(const std::filesystem::path& folder,
                                         const blobs::KeyRing& ring,
                                         std::chrono::sys_seconds before);

}  // namespace vermilion::service::store::backup
