#pragma once

#include "service/running/places.hpp"
#include "service/store/blobs/blobs.hpp"
#include "service/store/blobs/disk.hpp"
#include "service/store/database/database.hpp"
#include "service/store/ledger/marks.hpp"
#include "service/store/ledger/verify.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <string>

namespace vermilion::service::running {

// What is kept, opened: the database with the tables of this program, its ledger verified from
// where it was verified last, the marks that go on, the scans.
class Kept {
 public:
  // Else a sentence: a file that cannot be read, a database that is down or newer than we are, and
  // the first entry of the ledger that is not what was written.
  [[nodiscard]] static tl::expected<std::unique_ptr<Kept>, std::string> open(const Places& places);

  store::database::Database& database() { return *database_; }
  const store::ledger::Marks& marks() const { return marks_; }
  store::blobs::Blobs& blobs() { return blobs_; }

  // Reads what was written since. Where the ledger is not what it was, `bad` names the entry, and
  // the next time begins where this one did.
  [[nodiscard]] store::database::Result<store::ledger::Verified> verify();
  // From the beginning: what was altered among entries verified before is found by this only.
  [[nodiscard]] store::database::Result<store::ledger::Verified> verify_whole();

 private:
  Kept(std::unique_ptr<store::database::Database> database, store::ledger::Marks marks,
       store::ledger::Marks reached, std::unique_ptr<store::blobs::Disk> disk,
       std::unique_ptr<store::blobs::Shelf> shelf, store::blobs::KeyRing ring);

  store::database::Result<store::ledger::Verified> verify_from(const store::ledger::Head& head);

  std::unique_ptr<store::database::Database> database_;  // stays where the shelf looks for it
  store::ledger::Marks marks_;
  store::ledger::Marks reached_;  // how far it was verified
  std::unique_ptr<store::blobs::Disk> disk_;
  std::unique_ptr<store::blobs::Shelf> shelf_;
  store::blobs::Blobs blobs_;
};

}  // namespace vermilion::service::running
