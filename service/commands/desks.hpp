#pragma once

#include "service/commands/serving.hpp"
#include "service/review/scanned_reports.hpp"
#include "service/running/rounds.hpp"
#include "service/server/office.hpp"

#include <memory>
#include <string>
#include <vector>

namespace vermilion::service::commands {

// The desks of the staff as they stand in an installation: what reviewers, authors, the post room
// and auditors ask is carried out with them. The rooms must outlive them and be connected.
struct Desks {
  // `sample_key` draws the samples; the same on all machines of an installation.
  Desks(Rooms& rooms, std::span<const pipeline::CheckDescription> checks, int sample_per_thousand,
        std::string sample_key);
  Desks(const Desks&) = delete;
  Desks& operator=(const Desks&) = delete;

  review::ScannedReports reports;
  review::Desk desk;
  authoring::Drafts drafts;
  authoring::Trials trials;
  audit::Verifier verifier;
  server::Office office;
};

// What they do time and again: give back what reviewers have left, take over what the machine has
// said since, judge it by drafts in shadow.
[[nodiscard]] std::vector<running::Round> rounds_of(Desks& desks);

}  // namespace vermilion::service::commands
