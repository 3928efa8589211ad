#include "workflow/event.hpp"

namespace vermilion::workflow {
namespace {

constexpr std::array<std::string_view, kEvents> kNames{"nothing",
                                                       "begun",
                                                       "form_filled",
                                                       "recipient_changed",
                                                       "delivery_chosen",
                                                       "document_uploaded",
                                                       "document_inspected",

                                                       "verification_passed",
                                                       "verification_failed",
                                                       "submitted",
                                                       "recalled",
                                                       "voided",
                                                       "review_claimed",
                                                       "review_released",
                                                       "document_decided",
                                                       "approved",
                                                       "rejected",
                                                       "second_person_asked",
                                                       "second_person_confirmed",
                                                       "question_withdrawn",
                                                       "payment_opened",
                                                       "payment_closed",
                                                       "payment_settled",
                                                       "payment_held",
                                                       "surplus_paid",
                                                       "payment_disputed",
                                                       "held_payment_returned",
                                                       "refund_asked",
                                                       "refund_letter_attached",
                                                       "refund_withdrawn",
                                                       "refund_refused",
                                                       "refund_approved",
                                                       "refund_arrived",
                                                       "refund_failed",
                                                       "refund_retried",
                                                       "parcel_sent",
                                                       "parcel_quarantined",
                                                       "quarantine_lifted",
                                                       "parcel_received",
                                                       "paper_accepted",
                                                       "paper_faulty",
                                                       "call_logged",
                                                       "making_started",
                                                       "making_failed",
                                                       "certificate_made",
                                                       "certificate_revoked",
                                                       "seal_fault_found",
                                                       "supplement_sent",
                                                       "supplement_received",
                                                       "seal_made",
                                                       "dispatched",
                                                       "handed_over",
                                                       "invoice_data_given",
                                                       "invoice_issued",
                                                       "download_started",
                                                       "download_failed",
                                                       "certificate_renewed"};
static_assert(!kNames.back().empty());

}  // namespace

std::string_view name_of(EventKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace vermilion::workflow
