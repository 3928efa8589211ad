#include "workflow/fold.hpp"

#include "workflow/folds/applying.hpp"
#include "workflow/folds/handling.hpp"
#include "workflow/folds/paying.hpp"
#include "workflow/folds/reviewing.hpp"

#include <array>

namespace vermilion::workflow {
namespace {

using namespace folds;

using Fold = void (*)(Order&, const Event&);

void nothing(Order&, const Event&) {}

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
