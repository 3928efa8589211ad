#include "workflow/folds/handling.hpp"

#include "workflow/folds/said.hpp"

#include <utility>

namespace vermilion::workflow::folds {

void parcel_sent(Order& order, const Event& event) {
  order.parcel = said<EnterCourierNumber>(event).parcel;
}

void parcel_quarantined(Order& order, const Event& event) {
  order.quarantined.push_back(said<NoteParcel>(event).parcel);
}

void quarantine_lifted(Order& order, const Event&) {
  order.parcel = order.quarantined.back();
  order.quarantined.clear();
}

void parcel_received(Order& order, const Event& event) {
  order.parcel = said<NoteParcel>(event).parcel;
}

void paper_accepted(Order& order, const Event& event) {
  order.paper_faults.clear();
  order.paper_right_at = event.at;
}

// A paper printed from a template that is outdated is a fault whatever else was found.
void paper_faulty(Order& order, const Event& event) {
  order.paper_faults.clear();
  for (const PaperItem& item : said<CheckPaper>(event).items) {
    const bool outdated = item.generation != 0 && item.generation != order.generation;
    if (!item.good) order.paper_faults.push_back({item.slot, item.fault});
    if (item.good && outdated) order.paper_faults.push_back({item.slot, "TPL_STALE"});
  }
}

void call_logged(Order& order, const Event& event) {
  const auto& call = said<LogCall>(event);
  order.calls.push_back({event.at, event.by.id, call.reached, call.note});
  if (event.to == Stage::SealSupplement && call.reached && !order.supplement->contacted) {
    order.supplement->contacted = event.at;
  }
}

void making_started(Order& order, const Event&) {
  ++order.makings;
}

void certificate_made(Order& order, const Event& event) {
  order.made = said<NoteMade>(event).certificate;
  order.made_at = event.at;
}

void certificate_revoked(Order& order, const Event&) {
  order.chosen_revoked = true;
}

void seal_fault_found(Order& order, const Event& event) {
  SealSupplement supplement;
  supplement.fault = said<ReportSealFault>(event).fault;
  supplement.since = event.at;
  order.supplement = std::move(supplement);
}

void supplement_sent(Order& order, const Event& event) {
  order.supplement->sent = said<EnterCourierNumber>(event).parcel;
}

void supplement_received(Order& order, const Event&) {
  order.supplement->received = true;
}

void dispatched(Order& order, const Event& event) {
  order.dispatched = said<Dispatch>(event).parcel;
}

void handed_over(Order& order, const Event& event) {
  const auto& handed = said<HandOver>(event);
  order.collected = Collection{handed.fetched_by, handed.signature_sha256};
}

void certificate_renewed(Order& order, const Event& event) {
  order.made = said<NoteDownloaded>(event).certificate;
  order.made_at = event.at;
}

}  // namespace vermilion::workflow::folds
