#include "workflow/folds/reviewing.hpp"

#include "workflow/folds/said.hpp"

#include <utility>

namespace vermilion::workflow::folds {

void review_claimed(Order& order, const Event& event) {
  order.claim = {event.by.id, event.pinned.until};
}

void review_left(Order& order, const Event&) {
  order.claim = {};
}

void document_decided(Order& order, const Event& event) {
  const auto& decided = said<DecideDocument>(event);
  Document& document = order.documents.at(decided.slot);
  document.decision =
      decided.accepted ? Document::Decision::Accepted : Document::Decision::Rejected;
  document.reasons = decided.reasons;
}

void approved(Order& order, const Event& event) {
  order.claim = {};
  order.fee = event.pinned.fee;
}

void rejected(Order& order, const Event& event) {
  order.claim = {};
  order.wrong_project = said<Reject>(event).wrong_project;
}

void second_person_asked(Order& order, const Event& event) {
  const auto& asked = said<AskSecondPerson>(event);
  Approval approval;
  approval.matter = asked.matter;
  approval.digest = asked.digest;
  approval.asked_by = event.by;
  approval.asked_at = event.at;
  approval.reason = asked.reason;
  order.approvals[asked.matter] = std::move(approval);
}

void second_person_confirmed(Order& order, const Event& event) {
  const auto& confirmed = said<ConfirmAsSecond>(event);
  Approval& approval = order.approvals.at(confirmed.matter);
  approval.confirmed_by = event.by;
  approval.confirmed_at = event.at;
  if (confirmed.matter != Matter::OverrideFinding) return;
  for (auto& [slot, document] : order.documents) {
    if (!document.blocking.empty()) document.overridden = true;
  }
}

void question_withdrawn(Order& order, const Event& event) {
  order.approvals.erase(said<WithdrawQuestion>(event).matter);
}

}  // namespace vermilion::workflow::folds
