#include "workflow/folds/applying.hpp"

#include "workflow/folds/said.hpp"

#include <optional>
#include <utility>

namespace vermilion::workflow::folds {

void begun(Order& order, const Event& event) {
  const auto& begin = said<Begin>(event);
  order.id = begin.order;
  order.organisation = begin.organisation;
  order.organisation_name = begin.organisation_name;
  order.project = begin.project;
  order.operation = begin.operation;
  order.variant = begin.variant;
  order.agreement = begin.agreement;
  order.replaces = begin.replaces;
  order.begun_at = event.at;
  order.terms_digest = event.pinned.terms_digest;
  order.chosen = begin.operation == Operation::New ? std::nullopt : begin.chosen;
  order.years = begin.years;
  order.reserves_main_key = event.pinned.reserves_main_key;
  if (event.pinned.verification) order.verification.state = Verification::State::Pending;
  if (begin.operation == Operation::Renew) order.fee = event.pinned.fee;
}

// The data stands on the templates: what was printed before is outdated from now on.
void form_filled(Order& order, const Event& event) {
  const auto& form = said<FillForm>(event);
  const bool changes = !order.agent.mobile.empty() && order.agent != form.agent;
  order.agent = form.agent;
  order.recipient = form.recipient;
  if (!changes) return;
  ++order.generation;
  for (auto& [slot, document] : order.documents) document.outdated |= document.template_bound;
}

void recipient_changed(Order& order, const Event& event) {
  order.recipient = said<ChangeRecipient>(event).recipient;
}

void delivery_chosen(Order& order, const Event& event) {
  order.delivery = said<ChooseDelivery>(event).delivery;
}

void document_uploaded(Order& order, const Event& event) {
  const auto& upload = said<UploadDocument>(event);
  Document document;
  document.sha256 = upload.sha256;
  document.template_bound = event.pinned.template_bound;
  document.generation = order.generation;
  order.documents[upload.slot] = std::move(document);
}

void document_inspected(Order& order, const Event& event) {
  const auto& noted = said<NoteInspection>(event);
  Document& document = order.documents.at(noted.slot);
  document.inspected = true;
  // Two persons let those findings pass that they were shown.
  if (document.blocking != noted.blocking) document.overridden = false;
  document.blocking = noted.blocking;
  if (!document.template_bound || !noted.mark) return;
  document.generation = noted.mark->generation;
  document.outdated = noted.mark->order != order.id || noted.mark->generation != order.generation;
}

void verification_ended(Order& order, const Event& event) {
  const auto& noted = said<NoteVerification>(event);
  if (order.verification.state == Verification::State::Passed) return;
  order.verification.state =
      noted.passed ? Verification::State::Passed : Verification::State::Failed;
  order.verification.at = event.at;
  order.verification.channel = noted.channel;
  order.verification.reference = noted.reference;
}

void submitted(Order& order, const Event& event) {
  ++order.round;
  order.terms_digest = event.pinned.terms_digest;
}

void voided(Order& order, const Event& event) {
  const auto& gone = said<VoidOrder>(event);
  order.void_reason = gone.reason;
  order.replaced_by = gone.replaced_by;
  order.reserves_main_key = false;
  order.claim = {};
  for (Attempt& attempt : order.attempts) {
    if (attempt.state == Attempt::State::Open) attempt.state = Attempt::State::Closed;
  }
}

}  // namespace vermilion::workflow::folds
