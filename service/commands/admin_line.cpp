#include "service/commands/admin_line.hpp"

#include "service/crypto/secret_file.hpp"
#include "service/store/blobs/open_shelf.hpp"
#include "service/store/database/migrations.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <ostream>

namespace vermilion::service::commands {
namespace {

using cli::ExitCode;
namespace database = store::database;
namespace blobs = store::blobs;

Refusal refusal_of(const database::Error& error) {
  const bool schema = error.kind == database::ErrorKind::Schema;
  return {schema ? ExitCode::WrongUse : ExitCode::OurFault, error.detail};
}

}  // namespace

void add_database(CLI::App& app, AdminLine& line) {
  app.add_option("--database", line.database,
                 "A file, or postgresql:host=… user=… dbname=…; unless said VERMILION_DATABASE")
      ->envname("VERMILION_DATABASE")
      ->type_name("PLACE");
}

void add_blobs(CLI::App& app, AdminLine& line) {
  app.add_option(
         "--blobs", line.blobs,
         "Where scans lie: a folder, or database (PostgreSQL only); unless said VERMILION_BLOBS")
      ->envname("VERMILION_BLOBS")
      ->type_name("DIR");
  app.add_option("--blob-keys", line.blob_keys,
                 "The key file of the blobs; unless said VERMILION_BLOB_KEYS")
      ->envname("VERMILION_BLOB_KEYS")
      ->type_name("FILE");
}

void add_marks(CLI::App& app, AdminLine& line) {
  app.add_option("--marks", line.marks,
                 "Where the ledger's heads are marked, best on another disk; unless said "
                 "VERMILION_MARKS")
      ->envname("VERMILION_MARKS")
      ->type_name("FILE");
  app.add_option("--ledger-key", line.ledger_key,
                 "The key that signs them; unless said VERMILION_LEDGER_KEY")
      ->envname("VERMILION_LEDGER_KEY")
      ->type_name("FILE");
}

Opened<database::Database> open_untouched(const AdminLine& line) {
  auto opened = database::Database::open(database::place_of(line.database));
  if (!opened) return tl::unexpected(refusal_of(opened.error()));
  return std::move(*opened);
}

Opened<database::Database> open_database(const AdminLine& line) {
  auto opened = open_untouched(line);
  if (!opened) return opened;
  const auto migrated = database::migrate(*opened);
  if (!migrated) return tl::unexpected(refusal_of(migrated.error()));
  return opened;
}

Opened<store::ledger::Marks> open_marks(const AdminLine& line) {
  const auto seed = crypto::read_secret_file(line.ledger_key);
  if (!seed) return tl::unexpected(Refusal{ExitCode::WrongUse, seed.error()});
  const auto signer = store::ledger::Signer::of(seed->substr(0, seed->find('\n')));
  if (!signer) return tl::unexpected(Refusal{ExitCode::WrongUse, signer.error().detail});
  return store::ledger::Marks(line.marks, *signer);
}

Opened<blobs::KeyRing> read_blob_keys(const AdminLine& line) {
  auto ring = blobs::KeyRing::read(line.blob_keys);
  if (!ring) return tl::unexpected(Refusal{ExitCode::WrongUse, ring.error()});
  return std::move(*ring);
}

Opened<OpenBlobs> open_blobs(const AdminLine& line) {
  auto ring = read_blob_keys(line);
  if (!ring) return tl::unexpected(ring.error());
  std::unique_ptr<database::Database> place;
  if (line.blobs == blobs::kInDatabase) {
    auto opened = open_untouched(line);
    if (!opened) return tl::unexpected(opened.error());
    place = std::make_unique<database::Database>(*std::move(opened));
  }
  auto disk = std::make_unique<blobs::Disk>();
  auto shelf = blobs::open_shelf(line.blobs, *disk, place.get());
  if (!shelf) return tl::unexpected(Refusal{ExitCode::OurFault, shelf.error().what});
  return OpenBlobs{std::move(place), std::move(disk), *std::move(shelf), std::move(*ring)};
}

ExitCode refuse(cli::Console& console, std::string_view command, const Refusal& refusal) {
  console.err << fmt::format("vermilion admin {}: {}\n", command, refusal.why);
  return refusal.code;
}

std::chrono::sys_seconds this_second() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace vermilion::service::commands
