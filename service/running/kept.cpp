#include "service/running/kept.hpp"

#include "service/crypto/secret_file.hpp"
#include "service/store/blobs/open_shelf.hpp"
#include "service/store/database/migrations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

namespace vermilion::service::running {
namespace {

namespace database = store::database;
namespace ledger = store::ledger;
namespace blobs = store::blobs;
using database::Result;

template <class T>
using Opened = tl::expected<T, std::string>;

Opened<std::unique_ptr<database::Database>> open_database(const std::string& place) {
  const auto said = [](const database::Error& error) { return "database: " + error.detail; };
  auto opened = database::Database::open(database::place_of(place));
  if (!opened) return tl::unexpected(said(opened.error()));
  const auto migrated = database::migrate(*opened);
  if (!migrated) return tl::unexpected(said(migrated.error()));
  return std::make_unique<database::Database>(*std::move(opened));
}

Opened<ledger::Signer> read_signer(const std::filesystem::path& file) {
  const auto seed = crypto::read_secret_file(file);
  if (!seed) return tl::unexpected(seed.error());
  auto signer = ledger::Signer::of(seed->substr(0, seed->find('\n')));
  if (!signer) return tl::unexpected(fmt::format("{}: {}", file.string(), signer.error().detail));
  return std::move(*signer);
}

// Where a verification came to stays beside the marks: whoever loses it verifies from the
// beginning.
std::filesystem::path reached_file(const std::filesystem::path& marks) {
  return marks.string() + ".verified";
}

std::int64_t now_s() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::floor<std::chrono::seconds>(now).count();
}

}  // namespace

Kept::Kept(std::unique_ptr<database::Database> database, ledger::Marks marks, ledger::Marks reached,
           std::unique_ptr<blobs::Disk> disk, std::unique_ptr<blobs::Shelf> shelf,
           blobs::KeyRing ring)
    : database_(std::move(database)),
      marks_(std::move(marks)),
      reached_(std::move(reached)),
      disk_(std::move(disk)),
      shelf_(std::move(shelf)),
      blobs_(*shelf_, std::move(ring)) {}

Opened<std::unique_ptr<Kept>> Kept::open(const Places& places) {
  auto signer = read_signer(places.ledger_key);
  if (!signer) return tl::unexpected(signer.error());
  auto ring = blobs::KeyRing::read(places.blob_keys);
  if (!ring) return tl::unexpected(ring.error());
  auto opened = open_database(places.database);
  if (!opened) return tl::unexpected(opened.error());
  auto disk = std::make_unique<blobs::Disk>();
  auto shelf = blobs::open_shelf(places.blobs.string(), *disk, opened->get());
  if (!shelf) return tl::unexpected(shelf.error().what);
  std::unique_ptr<Kept> kept(
      new Kept(std::move(*opened), ledger::Marks(places.marks, *signer),
               // Every verification is one that stays: the next may begin nowhere else.
               ledger::Marks(reached_file(places.marks), *signer, {.entries = 1, .time = {}}),
               std::move(disk), std::move(*shelf), std::move(*ring)));
  const auto verified = kept->verify();
  if (!verified) return tl::unexpected("ledger: " + verified.error().detail);
  if (verified->bad) {
    return tl::unexpected(fmt::format("the ledger is not what was written: {}; nothing was started",
                                      ledger::text_of(*verified->bad)));
  }
  return kept;
}

Result<ledger::Verified> Kept::verify() {
  const auto reached = ledger::read_marks(reached_.file());
  if (!reached) return tl::unexpected(reached.error());
  const auto last = std::find_if(reached->rbegin(), reached->rend(), [&](const ledger::Mark& mark) {
    return ledger::is_signed(mark, reached_.public_key());
  });
  return verify_from(last == reached->rend() ? ledger::Head{} : last->head);
}

Result<ledger::Verified> Kept::verify_whole() {
  return verify_from({});
}

Result<ledger::Verified> Kept::verify_from(const ledger::Head& head) {
  const auto marked = ledger::read_marks(marks_.file());
  if (!marked) return tl::unexpected(marked.error());
  auto verified = ledger::verify(*database_, *marked, marks_.public_key(), head);
  if (verified && !verified->bad && verified->reached.number > 0) {
    const auto noted = reached_.note(verified->reached, now_s());
    if (!noted) return tl::unexpected(noted.error());
  }
  return verified;
}

}  // namespace vermilion::service::running
