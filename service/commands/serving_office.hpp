#pragma once

#include "service/audit/verifier.hpp"
#include "service/authoring/drafts.hpp"
#include "service/authoring/trials.hpp"
#include "service/orders/clerk.hpp"
#include "service/projects/kept.hpp"
#include "service/review/desk.hpp"
#include "service/review/scanned_reports.hpp"
#include "service/running/installation.hpp"
#include "service/running/rounds.hpp"
#include "service/scans/house.hpp"
#include "service/server/office.hpp"

#include <string>
#include <vector>

namespace vermilion::service::commands {

// The rooms of reviewers, rule authors and auditors, and what their routes find them by.
class OfficeRooms {
 public:
  // All must outlive it. `sample_key`: by which a share of what the machine accepted is drawn.
  OfficeRooms(running::Installation& installation, projects::Kept& rules, scans::House& house,
              orders::Clerk& clerk, std::string sample_key);

  server::Office& office() { return office_; }
  // Leases that lapsed, reports to be weighed and judged by drafts.
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
