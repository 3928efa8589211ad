#pragma once

#include "service/commands/serving.hpp"
#include "service/review/scanned_reports.hpp"
#include "service/running/rounds.hpp"
#include "service/server/office.hpp"

#include <string>
#include <vector>

namespace vermilion::service::commands {

// What the staff work with: reviewing, rules on their way, the ledger looked after.
class StaffRooms {
 public:
  // Of rooms that keep something, their scans connected; all of them and the resources must outlive
  // it. `samples_key` decides which accepted documents a person looks at all the same.
  StaffRooms(Rooms& rooms, const server::Resources& resources, unsigned samples_per_thousand,
             std::string samples_key);

  server::Office& office() { return office_; }
  // Claims that have lapsed are given back, and what the machine has said since is taken over.
  [[nodiscard]] std::vector<running::Round> rounds();

 private:
  review::ScannedReports reports_;
  review::Desk desk_;
  authoring::Drafts drafts_;
  authoring::Trials trials_;
  audit::Verifier verifier_;
  server::Office office_;
};

}  // namespace vermilion::service::commands
