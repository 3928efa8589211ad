#pragma once

#include "workflow/guards/applying.hpp"
#include "workflow/guards/begin.hpp"
#include "workflow/guards/handling.hpp"
#include "workflow/transitions/row.hpp"

// From the first page to the submission.
namespace vermilion::workflow::rows {

inline constexpr std::array kApplying{
    on(NotBegun, Say::Begin)
        .by(Applicant)
        .if_(kIsRenewal)
        .needing(kProjectIsOpen, kIsDoneOnline, kIsOfferedNow, kVariantIsKnown, kFeeIsSet,
                 kScopeIsAcknowledged, kAgreementIsAccepted, kOneKeyIsInserted,
                 kCertificateIsTheirs, kIsWithinRenewalWindow, kYearsAreChosen)
        .gives(Is::Begun, RenewalUnpaid),
    on(NotBegun, Say::Begin)
        .by(Applicant)
        .needing(kProjectIsOpen, kIsDoneOnline, kIsOfferedNow, kVariantIsKnown, kFeeIsSet,
                 kIsEligible, kScopeIsAcknowledged, kAgreementIsAccepted, kMainKeyIsNotIssued,
                 kMainKeyIsNotReserved, kCertificateIsTheirs, kRevocationIsTyped)
        .gives(Is::Begun, Draft)
        .asks(Do::ReserveMainKey, Do::StartVerification),
    on(Draft | Rejected, Say::FillForm)
        .by(Applicant)
        .needing(kProjectIsRight, kPhonesAreMobile, kRecipientIsComplete)
        .gives(Is::FormFilled)
        .asks(Do::MakeForms),
    on(kUnpaid | kPaidUnmade | Making | kUndelivered, Say::ChangeRecipient)
        .by(Applicant | Service)
        .needing(kPhonesAreMobile, kRecipientIsComplete)
        .gives(Is::RecipientChanged),
    on(kUnpaid | kPaidUnmade | Making | SealSupplement, Say::ChooseDelivery)
        .by(Applicant | Service)
        .gives(Is::DeliveryChosen),
    on(AwaitingCourier | AwaitingCollection, Say::ChooseDelivery)
        .by(Applicant | Service)
        .if_(kWantsCollection)
        .gives(Is::DeliveryChosen, AwaitingCollection),
    on(AwaitingCourier | AwaitingCollection, Say::ChooseDelivery)
        .by(Applicant | Service)
        .gives(Is::DeliveryChosen, AwaitingCourier),
    on(Draft | Rejected, Say::UploadDocument)
        .by(Applicant)
        .needing(kProjectIsRight, kSlotIsWanted, kIsVerifiedIfFirst, kMayBeReplaced)
        .gives(Is::DocumentUploaded)
        .asks(Do::QueueInspection),
    on(QueuedForMachine, Say::NoteInspection)
        .by(System)
        .if_(kIsTheLastInspection)
        .gives(Is::DocumentInspected, AwaitingReviewer),
    on(Draft | Rejected | kUnderReview, Say::NoteInspection)
        .by(System)
        .needing(kScanIsTheCurrent)
        .gives(Is::DocumentInspected),
    on(Draft | Rejected, Say::NoteVerification)
        .by(System)
        .if_(kLegalPersonPassed)
        .needing(kCodeIsOfThisOrder, kVerificationIsNeeded)
        .gives(Is::VerificationPassed),
    on(Draft | Rejected, Say::NoteVerification)
        .by(System)
        .needing(kCodeIsOfThisOrder, kVerificationIsNeeded)
        .gives(Is::VerificationFailed),
    on(Draft | Rejected, Say::Submit)
        .by(Applicant)
        .if_(kAllAreInspected)
        .needing(kProjectIsRight, kFormIsFilled, kIsVerified, kDocumentsAreThere,
                 kRejectedAreReplaced, kNothingBlocks, kMainKeyIsOurs)
        .gives(Is::Submitted, AwaitingReviewer),
    on(Draft | Rejected, Say::Submit)
        .by(Applicant)
        .needing(kProjectIsRight, kFormIsFilled, kIsVerified, kDocumentsAreThere,
                 kRejectedAreReplaced, kNothingBlocks, kMainKeyIsOurs)
        .gives(Is::Submitted, QueuedForMachine),
    on(QueuedForMachine | AwaitingReviewer, Say::Recall).by(Applicant).gives(Is::Recalled, Draft),
    on(kUnpaid | kPaidUnmade | RenewalUnpaid | RenewalPaid, Say::VoidOrder)
        .by(Applicant | Service | System)
        .gives(Is::Voided, Void)
        .asks(Do::ReleaseMainKey, Do::ClosePayment),
};

}  // namespace vermilion::workflow::rows
