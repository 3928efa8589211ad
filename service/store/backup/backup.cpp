#include "service/store/backup/backup.hpp"

#include "service/store/backup/tables.hpp"
#include "service/store/blobs/folder_shelf.hpp"
#include "service/store/database/migrations.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace vermilion::service::store::backup {
namespace {

namespace fs = std::filesystem;
using blobs::BlobId;
using blobs::Blobs;
using blobs::Descriptor;
using blobs::Disk;
using blobs::FolderShelf;
using database::Transaction;

tl::unexpected<Failure> refused(std::string what) {
  return tl::unexpected(Failure{Fault::Refused, std::move(what)});
}

Failure failure_of(const blobs::Failure& failure) {
  const bool damaged =
      failure.fault == blobs::Fault::Damaged || failure.fault == blobs::Fault::Missing;
  return {damaged ? Fault::Damaged : Fault::Failed, failure.what};
}

Failure failure_of(const database::Error& error) {
  return {error.kind == database::ErrorKind::Schema ? Fault::Refused : Fault::Failed, error.detail};
}

// A page that could not be kept or opened, on its way out of a transaction.
struct PageFailed {
  Failure failure;
};

// "20261121T081500Z.json": names in the order of time.
fs::path manifest_file(const fs::path& folder, std::chrono::sys_seconds made_at) {
  return folder / fmt::format("{:%Y%m%dT%H%M%SZ}.json", made_at);
}

// The two shelves of a backup folder, held against other backups for as long as this lives.
struct Folder {
  std::unique_ptr<Disk> disk = std::make_unique<Disk>();
  std::optional<Descriptor> lock;
  std::optional<FolderShelf> pages;
  std::optional<FolderShelf> blobs;
};

Result<Folder> open_folder(const fs::path& path) {
  Folder folder;
  auto pages = FolderShelf::open(path / "pages", *folder.disk);
  auto blobs = FolderShelf::open(path / "blobs", *folder.disk);
  if (!pages) return tl::unexpected(failure_of(pages.error()));
  if (!blobs) return tl::unexpected(failure_of(blobs.error()));
  auto opened = folder.disk->open_folder(path.string());
  if (!opened || !folder.disk->lock(*opened)) {
    return tl::unexpected(Failure{Fault::Failed, fmt::format("{} cannot be held", path.string())});
  }
  folder.lock.emplace(std::move(*opened));
  folder.pages.emplace(std::move(*pages));
  folder.blobs.emplace(std::move(*blobs));
  return folder;
}

std::string kept_page(Blobs& pages, const std::string& text) {
  const auto id = pages.put(text);
  if (!id) throw PageFailed{failure_of(id.error())};
  return id->text();
}

std::string opened_page(const Blobs& pages, const std::string& id) {
  const auto parsed = BlobId::parse(id);
  if (!parsed) throw PageFailed{{Fault::Damaged, "a page without a name"}};
  const auto text = pages.get(*parsed);
  if (!text) throw PageFailed{failure_of(text.error())};
  return *text;
}

TableCopy copied(Transaction& transaction, const TableShape& table, Blobs& pages) {
  TableCopy copy{table.name, table.columns, 0, {}};
  each_page(transaction, table, [&](const Page& page) {
    copy.rows += page.rows;
    copy.pages.push_back(kept_page(pages, page.text));
  });
  return copy;
}

Manifest tables_of(Transaction& transaction, Blobs& pages) {
  Manifest manifest;
  manifest.schema = schema_of(transaction);
  if (manifest.schema == 0) throw PageFailed{{Fault::Refused, "the database has no tables"}};
  manifest.head = ledger::head(transaction);
  for (const TableShape& table : tables(transaction)) {
    manifest.tables.push_back(copied(transaction, table, pages));
  }
  return manifest;
}

// Work on a database in which pages may fail.
template <class Work>
auto with_pages(Work&& work) -> Result<typename decltype(work())::value_type> {
  try {
    auto done = work();
    if (!done) return tl::unexpected(failure_of(done.error()));
    return std::move(*done);
  } catch (const PageFailed& failed) {
    return tl::unexpected(failed.failure);
  }
}

// Names of what lies on both, a line each, a page for every so many.
Result<void> note_blobs(const blobs::Shelf& from, const blobs::Shelf& to, Blobs& pages,
                        Manifest& manifest) {
  constexpr std::size_t kIdsOfAPage = 10'000;
  const auto there = from.ids();
  const auto here = to.ids();
  if (!there) return tl::unexpected(failure_of(there.error()));
  if (!here) return tl::unexpected(failure_of(here.error()));
  std::vector<BlobId> both;
  std::ranges::set_intersection(*there, *here, std::back_inserter(both));
  manifest.blobs = both.size();
  for (std::size_t at = 0; at < both.size(); at += kIdsOfAPage) {
    std::string text;
    for (std::size_t i = at; i < std::min(both.size(), at + kIdsOfAPage); ++i) {
      text += both[i].text() + "\n";
    }
    const auto id = pages.put(text);
    if (!id) return tl::unexpected(failure_of(id.error()));
    manifest.blob_pages.push_back(id->text());
  }
  return {};
}

Result<void> write_manifest(const Manifest& manifest, const fs::path& folder, Disk& disk) {
  const std::string file = manifest_file(folder, manifest.made_at).string();
  const std::string part = file + ".part";
  (void)disk.remove(part);
  const auto written =
      disk.create(part)
          .and_then([&](const Descriptor& open) {
            return disk.write(open, text_of(manifest)).and_then([&] { return disk.sync(open); });
          })
          .and_then([&] { return disk.rename(part, file); })
          .and_then([&] { return disk.open_folder(folder.string()); })
          .and_then([&](const Descriptor& open) { return disk.sync(open); });
  if (!written) {
    return tl::unexpected(
        Failure{Fault::Failed, fmt::format("{}: {}", file, written.error().message())});
  }
  return {};
}

std::vector<BlobId> blobs_in(const Manifest& manifest, const Blobs& pages) {
  std::vector<BlobId> ids;
  for (const std::string& page : manifest.blob_pages) {
    std::istringstream lines(opened_page(pages, page));
    for (std::string line; std::getline(lines, line);) {
      if (auto id = BlobId::parse(line)) ids.push_back(std::move(*id));
    }
  }
  return ids;
}

void restore_tables(Transaction& transaction, const Manifest& manifest, const Blobs& pages) {
  for (const TableCopy& table : manifest.tables) {
    const TableShape shape{table.name, table.columns, {}};
    for (const std::string& page : table.pages) {
      insert(transaction, shape, opened_page(pages, page));
    }
  }
  if (ledger::head(transaction) != manifest.head) {
    throw PageFailed{{Fault::Damaged, "the ledger does not end where the backup says"}};
  }
}

// Each is opened, so that nothing comes back that cannot be read.
void restore_blob(const BlobId& id, const blobs::Shelf& from, const Blobs& opening,
                  blobs::Shelf& into) {
  const auto readable = opening.get(id);
  if (!readable) throw PageFailed{failure_of(readable.error())};
  const auto key = from.key(id);
  const auto content = from.content(id);
  if (!key || !content) throw PageFailed{{Fault::Damaged, "a blob that goes away"}};
  const auto kept = into.keep(id, std::nullopt, *key, *content);
  if (!kept) throw PageFailed{failure_of(kept.error())};
  if (!*kept) throw PageFailed{{Fault::Refused, "somebody else puts blobs there"}};
}

Result<void> must_be_empty(const Place& into) {
  const auto found =
      into.database.read([](Transaction& transaction) { return tables(transaction).size(); });
  if (!found) return tl::unexpected(failure_of(found.error()));
  if (*found != 0) return refused("the database to restore into has tables already");
  const auto ids = into.shelf.ids();
  if (!ids) return tl::unexpected(failure_of(ids.error()));
  if (!ids->empty()) return refused("the place to restore blobs into has some already");
  return {};
}

// The tables as they were when the backup was made.
Result<void> make_tables(const Manifest& manifest, database::Database& database) {
  auto migrations = database::shipped_migrations(database.backend());
  const int known = migrations.empty() ? 0 : migrations.back().number;
  if (manifest.schema > known) return refused("the backup is of a newer program: restore with it");
  std::erase_if(migrations, [&](const auto& one) { return one.number > manifest.schema; });
  const auto made = database::migrate(database, migrations);
  if (!made) return tl::unexpected(failure_of(made.error()));
  return {};
}

std::set<std::string> pages_of(const std::vector<Manifest>& manifests) {
  std::set<std::string> needed;
  for (const Manifest& manifest : manifests) {
    needed.insert(manifest.blob_pages.begin(), manifest.blob_pages.end());
    for (const TableCopy& table : manifest.tables) {
      needed.insert(table.pages.begin(), table.pages.end());
    }
  }
  return needed;
}

Result<void> sweep(blobs::Shelf& shelf, const blobs::KeyRing& ring,
                   const std::set<std::string>& needed) {
  const auto swept = Blobs(shelf, ring)
                         .sweep([&](const BlobId& id) { return needed.contains(id.text()); },
                                std::chrono::sys_seconds::max());
  if (!swept) return tl::unexpected(failure_of(swept.error()));
  return {};
}

}  // namespace

Result<Manifest> make(const Place& from, const blobs::KeyRing& ring, const fs::path& folder,
                      std::chrono::sys_seconds now) {
  auto open = open_folder(folder);
  if (!open) return tl::unexpected(open.error());
  if (fs::exists(manifest_file(folder, now))) return refused("there is a backup of this second");
  Blobs pages(*open->pages, ring);
  auto manifest = with_pages([&] {
    return from.database.read(
        [&](Transaction& transaction) { return tables_of(transaction, pages); });
  });
  if (!manifest) return manifest;
  manifest->made_at = now;
  const auto copied = blobs::copy(from.shelf, *open->blobs);
  if (!copied) return tl::unexpected(failure_of(copied.error()));
  const auto written = note_blobs(from.shelf, *open->blobs, pages, *manifest).and_then([&] {
    return write_manifest(*manifest, folder, *open->disk);
  });
  if (!written) return tl::unexpected(written.error());
  return manifest;
}

Result<std::vector<Manifest>> list(const fs::path& folder) {
  std::vector<Manifest> manifests;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    auto manifest = manifest_of(text.str());
    if (!manifest) {
      manifest.error().what = fmt::format("{}: {}", entry.path().string(), manifest.error().what);
      return tl::unexpected(manifest.error());
    }
    manifests.push_back(std::move(*manifest));
  }
  if (error) {
    return tl::unexpected(
        Failure{Fault::Failed, fmt::format("{}: {}", folder.string(), error.message())});
  }
  std::ranges::sort(manifests, {}, &Manifest::made_at);
  return manifests;
}

Result<void> restore(const Manifest& manifest, const fs::path& folder, const blobs::KeyRing& ring,
                     const Place& into) {
  if (const auto empty = must_be_empty(into); !empty) return empty;
  auto open = open_folder(folder);
  if (!open) return tl::unexpected(open.error());
  if (const auto made = make_tables(manifest, into.database); !made) return made;
  const Blobs pages(*open->pages, ring);
  const Blobs opening(*open->blobs, ring);
  const auto restored = with_pages([&] {
    for (const BlobId& id : blobs_in(manifest, pages)) {
      restore_blob(id, *open->blobs, opening, into.shelf);
    }
    return into.database.transact([&](Transaction& transaction) {
      restore_tables(transaction, manifest, pages);
      return true;
    });
  });
  if (!restored) return tl::unexpected(restored.error());
  const auto migrated = database::migrate(into.database);
  if (!migrated) return tl::unexpected(failure_of(migrated.error()));
  return {};
}

Result<std::size_t> forget(const fs::path& folder, const blobs::KeyRing& ring,
                           std::chrono::sys_seconds before) {
  auto open = open_folder(folder);
  if (!open) return tl::unexpected(open.error());
  auto manifests = list(folder);
  if (!manifests) return tl::unexpected(manifests.error());
  const auto kept = std::ranges::partition_point(
      *manifests, [&](const Manifest& manifest) { return manifest.made_at < before; });
  const std::vector<Manifest> left(kept, manifests->end());
  for (auto old = manifests->begin(); old != kept; ++old) {
    std::error_code error;
    fs::remove(manifest_file(folder, old->made_at), error);
    if (error) return tl::unexpected(Failure{Fault::Failed, error.message()});
  }
  const auto needed = with_pages([&]() -> blobs::Result<std::set<std::string>> {
    std::set<std::string> ids;
    for (const Manifest& manifest : left) {
      for (const BlobId& id : blobs_in(manifest, Blobs(*open->pages, ring))) ids.insert(id.text());
    }
    return ids;
  });
  if (!needed) return tl::unexpected(needed.error());
  return sweep(*open->blobs, ring, *needed)
      .and_then([&] { return sweep(*open->pages, ring, pages_of(left)); })
      .map([&] { return static_cast<std::size_t>(kept - manifests->begin()); });
}

}  // namespace vermilion::service::store::backup
