#include "workflow/fold.hpp"

#include <algorithm>
#include <utility>

namespace vermilion::workflow {
namespace {

// Each takes one kind of event into the order.
using Fold = void (*)(Order&, const Event&);

template <class T>
const T& said(const Event& event) {
  return std::get<T>(event.body);
}

Attempt& attempt_in(Order& order, std::string_view id) {
  return *std::ranges::find(order.attempts, id, &Attempt::id);
}

Refund& refund_in(Order& order, std::string_view id) {
  return *std::ranges::find(order.refunds, id, &Refund::id);
}

Refund& asked_refund(Order& order) {
  return *std::ranges::find_if(order.refunds, [](const Refund& refund) {
    return !refund.by_itself && refund.state == Refund::State::Asked;
  });
}

void nothing(Order&, const Event&) {}

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

void close_open_attempts(Order& order) {
  for (Attempt& attempt : order.attempts) {
    if (attempt.state == Attempt::State::Open) attempt.state = Attempt::State::Closed;
  }
}

void payment_opened(Order& order, const Event& event) {
  const auto& opened = said<OpenPayment>(event);
  close_open_attempts(order);
  Attempt attempt;
  attempt.id = opened.attempt;
  attempt.channel = opened.channel;
  attempt.amount = order.fee.value_or(Fen{});
  attempt.opened_at = event.at;
  order.attempts.push_back(std::move(attempt));
}

void payment_closed(Order& order, const Event& event) {
  attempt_in(order, said<ClosePayment>(event).attempt).state = Attempt::State::Closed;
}

Attempt& note_paid(Order& order, const Event& event, Attempt::State state) {
  const auto& noted = said<NotePayment>(event);
  Attempt& attempt = attempt_in(order, noted.attempt);
  attempt.state = state;
  attempt.paid = noted.amount;
  attempt.transaction = noted.transaction;
  attempt.paid_at = noted.paid_at;
  return attempt;
}

void payment_settled(Order& order, const Event& event) {
  note_paid(order, event, Attempt::State::Settled);
  close_open_attempts(order);
}

void payment_held(Order& order, const Event& event) {
  note_paid(order, event, Attempt::State::Held);
}

void refund_by_itself(Order& order, const Attempt& attempt, Instant at) {
  Refund refund;
  refund.id = kRefundByItself + attempt.id;
  refund.attempt = attempt.id;
  refund.amount = attempt.paid;
  refund.state = Refund::State::Sending;
  refund.by_itself = true;
  refund.tries = 1;
  refund.since = at;
  order.refunds.push_back(std::move(refund));
}

void surplus_paid(Order& order, const Event& event) {
  refund_by_itself(order, note_paid(order, event, Attempt::State::Surplus), event.at);
}

void held_payment_returned(Order& order, const Event& event) {
  Attempt& attempt = attempt_in(order, said<ReturnHeldPayment>(event).attempt);
  attempt.state = Attempt::State::Surplus;
  refund_by_itself(order, attempt, event.at);
}

void refund_asked(Order& order, const Event& event) {
  const auto& asked = said<AskRefund>(event);
  Refund refund;
  refund.id = asked.refund;
  refund.attempt = settled_attempt(order)->id;
  refund.amount = asked.amount;
  refund.reason = asked.reason;
  refund.since = event.at;
  order.refunds.push_back(std::move(refund));
}

void refund_letter_attached(Order& order, const Event& event) {
  asked_refund(order).letter_sha256 = said<AttachRefundLetter>(event).sha256;
}

void move(Refund& refund, Refund::State state, Instant at) {
  refund.state = state;
  refund.since = at;
  if (state == Refund::State::Sending) ++refund.tries;
}

void refund_withdrawn(Order& order, const Event& event) {
  move(asked_refund(order), Refund::State::Withdrawn, event.at);
}

void refund_refused(Order& order, const Event& event) {
  move(asked_refund(order), Refund::State::Refused, event.at);
}

void refund_approved(Order& order, const Event& event) {
  move(asked_refund(order), Refund::State::Sending, event.at);
  if (event.to == Stage::Void) order.reserves_main_key = false;
}

void refund_arrived(Order& order, const Event& event) {
  move(refund_in(order, said<NoteRefund>(event).refund), Refund::State::Sent, event.at);
}

void refund_failed(Order& order, const Event& event) {
  move(refund_in(order, said<NoteRefund>(event).refund), Refund::State::Failed, event.at);
}

void refund_retried(Order& order, const Event& event) {
  move(refund_in(order, said<RetryRefund>(event).refund), Refund::State::Sending, event.at);
}

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

void invoice_data_given(Order& order, const Event& event) {
  order.invoice_data = said<GiveInvoiceData>(event).data;
  order.invoice_data_at = event.at;
}

void invoice_issued(Order& order, const Event& event) {
  order.invoice = said<NoteInvoice>(event).number;
  order.invoice_at = event.at;
}

void certificate_renewed(Order& order, const Event& event) {
  order.made = said<NoteDownloaded>(event).certificate;
  order.made_at = event.at;
}

struct Row {
  EventKind kind;
  Fold fold;
};

// In the order of the enumerators.
constexpr std::array kFolds{
    Row{EventKind::Nothing, nothing},
    Row{EventKind::Begun, begun},
    Row{EventKind::FormFilled, form_filled},
    Row{EventKind::RecipientChanged, recipient_changed},
    Row{EventKind::DeliveryChosen, delivery_chosen},
    Row{EventKind::DocumentUploaded, document_uploaded},
    Row{EventKind::DocumentInspected, document_inspected},
    Row{EventKind::VerificationPassed, verification_ended},
    Row{EventKind::VerificationFailed, verification_ended},
    Row{EventKind::Submitted, submitted},
    Row{EventKind::Recalled, nothing},
    Row{EventKind::Voided, voided},
    Row{EventKind::ReviewClaimed, review_claimed},
    Row{EventKind::ReviewReleased, review_left},
    Row{EventKind::DocumentDecided, document_decided},
    Row{EventKind::Approved, approved},
    Row{EventKind::Rejected, rejected},
    Row{EventKind::SecondPersonAsked, second_person_asked},
    Row{EventKind::SecondPersonConfirmed, second_person_confirmed},
    Row{EventKind::QuestionWithdrawn, question_withdrawn},
    Row{EventKind::PaymentOpened, payment_opened},
    Row{EventKind::PaymentClosed, payment_closed},
    Row{EventKind::PaymentSettled, payment_settled},
    Row{EventKind::PaymentHeld, payment_held},
    Row{EventKind::SurplusPaid, surplus_paid},
    Row{EventKind::PaymentDisputed, nothing},
    Row{EventKind::HeldPaymentReturned, held_payment_returned},
    Row{EventKind::RefundAsked, refund_asked},
    Row{EventKind::RefundLetterAttached, refund_letter_attached},
    Row{EventKind::RefundWithdrawn, refund_withdrawn},
    Row{EventKind::RefundRefused, refund_refused},
    Row{EventKind::RefundApproved, refund_approved},
    Row{EventKind::RefundArrived, refund_arrived},
    Row{EventKind::RefundFailed, refund_failed},
    Row{EventKind::RefundRetried, refund_retried},
    Row{EventKind::ParcelSent, parcel_sent},
    Row{EventKind::ParcelQuarantined, parcel_quarantined},
    Row{EventKind::QuarantineLifted, quarantine_lifted},
    Row{EventKind::ParcelReceived, parcel_received},
    Row{EventKind::PaperAccepted, paper_accepted},
    Row{EventKind::PaperFaulty, paper_faulty},
    Row{EventKind::CallLogged, call_logged},
    Row{EventKind::MakingStarted, making_started},
    Row{EventKind::MakingFailed, nothing},
    Row{EventKind::CertificateMade, certificate_made},
    Row{EventKind::CertificateRevoked, certificate_revoked},
    Row{EventKind::SealFaultFound, seal_fault_found},
    Row{EventKind::SupplementSent, supplement_sent},
    Row{EventKind::SupplementReceived, supplement_received},
    Row{EventKind::SealMade, nothing},
    Row{EventKind::Dispatched, dispatched},
    Row{EventKind::HandedOver, handed_over},
    Row{EventKind::InvoiceDataGiven, invoice_data_given},
    Row{EventKind::InvoiceIssued, invoice_issued},
    Row{EventKind::DownloadStarted, nothing},
    Row{EventKind::DownloadFailed, nothing},
    Row{EventKind::CertificateRenewed, certificate_renewed},
};

constexpr bool are_in_order() {
  for (std::size_t i = 0; i < kFolds.size(); ++i) {
    if (kFolds[i].kind != static_cast<EventKind>(i)) return false;
  }
  return kFolds.size() == kEvents;
}
static_assert(are_in_order(), "every kind of event has its row, at its place");

}  // namespace

void fold(Order& order, const Event& event) {
  kFolds[static_cast<std::size_t>(event.kind)].fold(order, event);
  if (event.to != order.stage) {
    if (event.to == Stage::Void) order.stage_before_void = order.stage;
    order.stage = event.to;
    order.stage_since = event.at;
  }
  ++order.version;
  order.taken.insert(event.command);
}

Order fold(std::span<const Event> events) {
  Order order;
  for (const Event& event : events) fold(order, event);
  return order;
}

}  // namespace vermilion::workflow
