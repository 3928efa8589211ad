#pragma once

#include "workflow/set.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace vermilion::workflow {

// Where an order stands, inside. Each says whose turn it is; `waiting.hpp` says it to people.
enum class Stage : std::uint8_t {
  NotBegun,            // nobody has asked for anything
  Draft,               // applicant: fill in, verify, upload, submit
  QueuedForMachine,    // system: scans are still being inspected
  AwaitingReviewer,    // reviewers: anybody may claim it
  InReview,            // the reviewer who claimed it, until the lease ends
  Rejected,            // applicant: replace what was rejected, or begin anew
  AwaitingPayment,     // applicant
  AwaitingParcel,      // applicant: mail the originals
  InTransit,           // courier
  PaperReceived,       // post room: check the paper
  PaperWrong,          // applicant, who knows: send what is missing
  AgentUnreachable,    // applicant, who does not know yet: nobody answered the telephone
  PaperRight,          // maker: begin
  Making,              // maker: finish
  SealSupplement,      // applicant: better seal impressions; then maker: the seal
  AwaitingCourier,     // maker: give it to the courier
  AwaitingCollection,  // recipient: fetch it
  Issued,              // closed
  RenewalUnpaid,       // applicant
  RenewalPaid,         // applicant: download
  RenewalDownloading,  // system
  Renewed,             // closed
  Void,                // closed; what was paid may still be refunded
};
inline constexpr std::size_t kStages = static_cast<std::size_t>(Stage::Void) + 1;

using Stages = Set<Stage>;

constexpr Stages operator|(Stage a, Stage b) {
  return Stages(a) | b;
}

// Stable: stored in events.
inline constexpr std::array<std::string_view, kStages> kStageNames{"not_begun",
                                                                   "draft",
                                                                   "queued_for_machine",
                                                                   "awaiting_reviewer",
                                                                   "in_review",
                                                                   "rejected",
                                                                   "awaiting_payment",
                                                                   "awaiting_parcel",
                                                                   "in_transit",
                                                                   "paper_received",
                                                                   "paper_wrong",
                                                                   "agent_unreachable",
                                                                   "paper_right",
                                                                   "making",
                                                                   "seal_supplement",
                                                                   "awaiting_courier",
                                                                   "awaiting_collection",
                                                                   "issued",
                                                                   "renewal_unpaid",
                                                                   "renewal_paid",
                                                                   "renewal_downloading",
                                                                   "renewed",
                                                                   "void"};

constexpr std::string_view name_of(Stage stage) {
  return kStageNames[static_cast<std::size_t>(stage)];
}

}  // namespace vermilion::workflow
