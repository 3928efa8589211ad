#include "workflow/transitions.hpp"

#include "workflow/guards/applying.hpp"
#include "workflow/guards/begin.hpp"
#include "workflow/guards/handling.hpp"
#include "workflow/guards/paying.hpp"
#include "workflow/guards/reviewing.hpp"

namespace vermilion::workflow {
namespace {

using namespace guards;
using enum Stage;
using enum Role;
using Say = CommandKind;
using Is = EventKind;
using Do = EffectKind;

constexpr OrderTransition on(Stages from, CommandKind command) {
  return {.from = from, .command = command, .who = {}};
}

constexpr Stages kUnderReview = QueuedForMachine | AwaitingReviewer | InReview;
constexpr Stages kUnpaid = Draft | kUnderReview | Rejected | AwaitingPayment;
constexpr Stages kPaidUnmade =
    AwaitingParcel | InTransit | PaperReceived | PaperWrong | AgentUnreachable | PaperRight;
constexpr Stages kUndelivered = SealSupplement | AwaitingCourier | AwaitingCollection;
constexpr Stages kMade = kUndelivered | Issued;
constexpr Stages kRenewal = RenewalUnpaid | RenewalPaid | RenewalDownloading | Renewed;
constexpr Stages kBegun = kUnpaid | kPaidUnmade | Making | kMade | kRenewal | Void;

constexpr auto kPaperStaff = PostRoom | Service;
constexpr auto kMakingStaff = Maker | Service;

constexpr std::array kTransitions{
    // Applying
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

    // Reviewing
    on(AwaitingReviewer | InReview, Say::ClaimReview)
        .by(Reviewer)
        .needing(kNobodyElseReviews)
        .gives(Is::ReviewClaimed, InReview),
    on(InReview, Say::ReleaseReview)
        .by(Reviewer)
        .needing(kHoldsClaim)
        .gives(Is::ReviewReleased, AwaitingReviewer),
    on(InReview, Say::ReleaseReview)
        .by(System)
        .needing(kLeaseIsOver)
        .gives(Is::ReviewReleased, AwaitingReviewer),
    on(InReview, Say::DecideDocument)
        .by(Reviewer)
        .needing(kHoldsClaim, kScanIsTheCurrent, kReasonsAreGiven)
        .gives(Is::DocumentDecided),
    on(InReview, Say::Approve)
        .by(Reviewer)
        .needing(kHoldsClaim, kIsVerified, kNothingBlocks, kAllAreAccepted, kFeeIsSet)
        .gives(Is::Approved, AwaitingPayment)
        .asks(Do::SendSms),
    on(InReview, Say::Reject)
        .by(Reviewer)
        .needing(kHoldsClaim, kSomethingIsWrong)
        .gives(Is::Rejected, Rejected)
        .asks(Do::SendSms),

    // Two persons
    on(InReview, Say::AskSecondPerson)
        .by(Reviewer)
        .if_(kIsOverride)
        .needing(kHoldsClaim, kSomethingBlocks, kReasonIsGiven, kSubjectWasShown)
        .gives(Is::SecondPersonAsked),
    on(PaperRight, Say::AskSecondPerson)
        .by(kMakingStaff)
        .if_(kIsRevocation)
        .needing(kReasonIsGiven, kSubjectWasShown)
        .gives(Is::SecondPersonAsked),
    on(kMade | Renewed, Say::AskSecondPerson)
        .by(Finance)
        .if_(kIsRefund)
        .needing(kRefundIsAsked, kReasonIsGiven, kSubjectWasShown)
        .gives(Is::SecondPersonAsked),
    on(AwaitingReviewer | InReview, Say::ConfirmAsSecond)
        .by(Reviewer)
        .if_(kIsOverride)
        .needing(kWasAsked, kIsAnotherPerson, kSubjectIsUnchanged, kSameWasShown)
        .gives(Is::SecondPersonConfirmed),
    on(PaperRight, Say::ConfirmAsSecond)
        .by(kMakingStaff)
        .if_(kIsRevocation)
        .needing(kWasAsked, kIsAnotherPerson, kSubjectIsUnchanged, kSameWasShown)
        .gives(Is::SecondPersonConfirmed),
    on(kMade | Renewed, Say::ConfirmAsSecond)
        .by(Finance | Service)
        .if_(kIsRefund)
        .needing(kWasAsked, kIsAnotherPerson, kSubjectIsUnchanged, kSameWasShown)
        .gives(Is::SecondPersonConfirmed),
    on(AwaitingReviewer | InReview, Say::WithdrawQuestion)
        .by(Reviewer)
        .if_(kIsOverride)
        .needing(kWasAsked)
        .gives(Is::QuestionWithdrawn),
    on(PaperRight, Say::WithdrawQuestion)
        .by(kMakingStaff)
        .if_(kIsRevocation)
        .needing(kWasAsked)
        .gives(Is::QuestionWithdrawn),
    on(kMade | Renewed, Say::WithdrawQuestion)
        .by(Finance)
        .if_(kIsRefund)
        .needing(kWasAsked)
        .gives(Is::QuestionWithdrawn),

    // Paying
    on(AwaitingPayment, Say::OpenPayment)
        .by(Applicant)
        .needing(kIsNoBankTransfer, kChannelIsOffered, kAttemptIsNew, kMainKeyIsOurs)
        .gives(Is::PaymentOpened)
        .asks(Do::ClosePayment, Do::CreatePayment),
    on(RenewalUnpaid, Say::OpenPayment)
        .by(Applicant)
        .needing(kIsNoBankTransfer, kChannelIsOffered, kAttemptIsNew)
        .gives(Is::PaymentOpened)
        .asks(Do::ClosePayment, Do::CreatePayment),
    on(AwaitingPayment | RenewalUnpaid, Say::ClosePayment)
        .by(Applicant | System)
        .needing(kAttemptIsKnown, kAttemptIsOpen)
        .gives(Is::PaymentClosed)
        .asks(Do::ClosePayment),
    on(kBegun, Say::NotePayment).by(System).if_(kIsNotedAlready).gives(Is::Nothing),
    on(kBegun, Say::NotePayment)
        .by(System)
        .if_(kDisagrees)
        .gives(Is::PaymentDisputed)
        .asks(Do::RaiseAlarm),
    on(kBegun, Say::NotePayment)
        .by(System)
        .if_(kAmountIsAnother)
        .gives(Is::PaymentHeld)
        .asks(Do::RaiseAlarm),
    on(AwaitingPayment, Say::NotePayment)
        .by(System)
        .needing(kAttemptIsKnown)
        .gives(Is::PaymentSettled, AwaitingParcel)
        .asks(Do::ClosePayment, Do::SendSms),
    on(RenewalUnpaid, Say::NotePayment)
        .by(System)
        .needing(kAttemptIsKnown)
        .gives(Is::PaymentSettled, RenewalPaid)
        .asks(Do::ClosePayment),
    on(Draft | kUnderReview | Rejected | kPaidUnmade | Making | kMade | RenewalPaid |
           RenewalDownloading | Renewed | Void,
       Say::NotePayment)
        .by(System)
        .needing(kAttemptIsKnown)
        .gives(Is::SurplusPaid)
        .asks(Do::RefundPayment, Do::RaiseAlarm),
    on(kBegun, Say::ReturnHeldPayment)
        .by(Finance)
        .needing(kAttemptIsKnown, kAttemptIsHeld)
        .gives(Is::HeldPaymentReturned)
        .asks(Do::RefundPayment),

    // Money back
    on(kPaidUnmade | Making | kMade | RenewalPaid | Renewed | Void, Say::AskRefund)
        .by(Applicant | Service)
        .needing(kIsPaid, kNoRefundRuns, kRefundIsNew, kRefundFitsPayment, kRefundIsInTime,
                 kReasonIsGiven)
        .gives(Is::RefundAsked)
        .asks(Do::MakeRefundLetter),
    on(kPaidUnmade | Making | kMade | RenewalPaid | Renewed | Void, Say::AttachRefundLetter)
        .by(Applicant | Service | Finance)
        .needing(kRefundIsAsked)
        .gives(Is::RefundLetterAttached),
    on(kPaidUnmade | Making | kMade | RenewalPaid | Renewed | Void, Say::WithdrawRefund)
        .by(Applicant)
        .needing(kRefundIsAsked)
        .gives(Is::RefundWithdrawn),
    on(kPaidUnmade | Making | kMade | RenewalPaid | Renewed | Void, Say::RefuseRefund)
        .by(Finance)
        .needing(kRefundIsAsked, kReasonIsGiven)
        .gives(Is::RefundRefused)
        .asks(Do::SendSms),
    on(kPaidUnmade | RenewalPaid | Void, Say::ApproveRefund)
        .by(Finance)
        .needing(kRefundIsAsked, kLetterIsThere, kRefundIsInTime)
        .gives(Is::RefundApproved, Void)
        .asks(Do::RefundPayment, Do::ReleaseMainKey, Do::SendSms),
    on(kMade | Renewed, Say::ApproveRefund)
        .by(Finance)
        .needing(kRefundIsAsked, kLetterIsThere, kRefundIsInTime, kRefundIsConfirmed)
        .gives(Is::RefundApproved)
        .asks(Do::RefundPayment, Do::SendSms),
    on(kBegun, Say::NoteRefund).by(System).if_(kRefundArrivedBefore).gives(Is::Nothing),
    on(kBegun, Say::NoteRefund)
        .by(System)
        .if_(kRefundArrives)
        .needing(kRefundIsKnown, kRefundIsUnderway)
        .gives(Is::RefundArrived),
    on(kBegun, Say::NoteRefund)
        .by(System)
        .needing(kRefundIsKnown, kRefundIsUnderway)
        .gives(Is::RefundFailed)
        .asks(Do::RaiseAlarm),
    on(kBegun, Say::RetryRefund)
        .by(Finance)
        .needing(kRefundIsKnown, kRefundHasFailed)
        .gives(Is::RefundRetried)
        .asks(Do::RefundPayment),

    // Paper
    on(AwaitingParcel | InTransit | PaperWrong | AgentUnreachable, Say::EnterCourierNumber)
        .by(Applicant | kPaperStaff)
        .needing(kCourierNumberIsOne)
        .gives(Is::ParcelSent, InTransit)
        .asks(Do::TrackParcel),
    on(SealSupplement, Say::EnterCourierNumber)
        .by(Applicant | kPaperStaff)
        .needing(kCourierNumberIsOne)
        .gives(Is::SupplementSent)
        .asks(Do::TrackParcel),
    on(AwaitingParcel | InTransit | PaperWrong | AgentUnreachable, Say::NoteParcel)
        .by(PostRoom)
        .gives(Is::ParcelReceived, PaperReceived),
    on(InTransit, Say::NoteParcel).by(System).gives(Is::ParcelReceived, PaperReceived),
    on(PaperReceived, Say::NoteParcel).by(PostRoom).gives(Is::ParcelReceived),
    on(SealSupplement, Say::NoteParcel).by(PostRoom).gives(Is::SupplementReceived),
    on(kUnpaid | PaperRight | Making | AwaitingCourier | AwaitingCollection | Issued | kRenewal |
           Void,
       Say::NoteParcel)
        .by(PostRoom)
        .gives(Is::ParcelQuarantined)
        .asks(Do::SendSms),
    on(AwaitingParcel | InTransit | PaperWrong | AgentUnreachable, Say::TakeFromQuarantine)
        .by(PostRoom)
        .needing(kSomethingIsQuarantined)
        .gives(Is::QuarantineLifted, PaperReceived),
    on(PaperReceived, Say::CheckPaper)
        .by(PostRoom)
        .if_(kPaperIsGood)
        .needing(kEveryPaperIsChecked)
        .gives(Is::PaperAccepted, PaperRight),
    on(PaperReceived, Say::CheckPaper)
        .by(PostRoom)
        .needing(kEveryPaperIsChecked, kFaultsAreNamed)
        .gives(Is::PaperFaulty, PaperWrong)
        .asks(Do::CallAgent, Do::SendSms),
    on(PaperWrong, Say::LogCall).by(kPaperStaff).if_(kWasReached).gives(Is::CallLogged),
    on(PaperWrong, Say::LogCall)
        .by(kPaperStaff)
        .gives(Is::CallLogged, AgentUnreachable)
        .asks(Do::CallAgent),
    on(AgentUnreachable, Say::LogCall)
        .by(kPaperStaff)
        .if_(kWasReached)
        .gives(Is::CallLogged, PaperWrong),
    on(AgentUnreachable, Say::LogCall).by(kPaperStaff).gives(Is::CallLogged).asks(Do::CallAgent),
    on(kUnpaid | AwaitingParcel | InTransit | PaperReceived | PaperRight | Making | kMade |
           kRenewal | Void,
       Say::LogCall)
        .by(kPaperStaff | Reviewer | Maker | Finance)
        .gives(Is::CallLogged),

    // Making and handing out
    on(PaperRight, Say::StartMaking)
        .by(Maker)
        .needing(kNoRefundRuns, kIsVerified, kMainKeyIsOurs, kRevocationIsConfirmed)
        .gives(Is::MakingStarted, Making)
        .asks(Do::IssueCertificate),
    on(Making, Say::NoteMakingFailed)
        .by(Maker | System)
        .needing(kReasonIsGiven)
        .gives(Is::MakingFailed, PaperRight),
    on(Making, Say::NoteMade)
        .by(Maker | System)
        .if_(kIsFetched)
        .needing(kCertificateIsNew)
        .gives(Is::CertificateMade, AwaitingCollection)
        .asks(Do::RecordMainKey, Do::RevokeCertificate, Do::IssueInvoice, Do::SendSms),
    on(Making, Say::NoteMade)
        .by(Maker | System)
        .needing(kCertificateIsNew)
        .gives(Is::CertificateMade, AwaitingCourier)
        .asks(Do::RecordMainKey, Do::RevokeCertificate, Do::IssueInvoice),
    on(kMade, Say::NoteRevoked).by(System).if_(kIsRevokedAlready).gives(Is::Nothing),
    on(kMade, Say::NoteRevoked).by(System).needing(kRevokesTheChosen).gives(Is::CertificateRevoked),
    on(AwaitingCourier | AwaitingCollection, Say::ReportSealFault)
        .by(Maker)
        .needing(kHasSeal, kReasonIsGiven)
        .gives(Is::SealFaultFound, SealSupplement)
        .asks(Do::CallAgent, Do::SendSms),
    on(SealSupplement, Say::NoteSealMade)
        .by(Maker)
        .if_(kIsFetched)
        .needing(kSupplementIsHere)
        .gives(Is::SealMade, AwaitingCollection)
        .asks(Do::SendSms),
    on(SealSupplement, Say::NoteSealMade)
        .by(Maker)
        .needing(kSupplementIsHere)
        .gives(Is::SealMade, AwaitingCourier),
    on(AwaitingCourier, Say::Dispatch)
        .by(Maker)
        .needing(kCourierNumberIsOne)
        .gives(Is::Dispatched, Issued)
        .asks(Do::SendSms, Do::TrackParcel),
    on(AwaitingCollection, Say::HandOver)
        .by(Maker)
        .needing(kSignatureIsRecorded)
        .gives(Is::HandedOver, Issued)
        .asks(Do::SendSms),

    // Invoice
    on(kUnpaid | kPaidUnmade | Making | kMade | kRenewal, Say::GiveInvoiceData)
        .by(Applicant | Service)
        .needing(kNoInvoiceYet, kInvoiceDataIsComplete)
        .gives(Is::InvoiceDataGiven)
        .asks(Do::IssueInvoice),
    on(kMade | Renewed, Say::NoteInvoice)
        .by(Finance | System)
        .needing(kInvoiceIsDue)
        .gives(Is::InvoiceIssued),

    // Renewing
    on(RenewalPaid | RenewalDownloading, Say::StartDownload)
        .by(Applicant)
        .needing(kOneKeyIsInserted, kKeyIsTheChosen, kNoRefundRuns)
        .gives(Is::DownloadStarted, RenewalDownloading)
        .asks(Do::IssueCertificate),
    on(RenewalDownloading, Say::NoteDownloadFailed)
        .by(Applicant | System)
        .gives(Is::DownloadFailed, RenewalPaid),
    on(RenewalDownloading, Say::NoteDownloaded)
        .by(System)
        .if_(kValidityIsAsPaid)
        .needing(kRenewedInThatKey)
        .gives(Is::CertificateRenewed, Renewed)
        .asks(Do::RecordMainKey, Do::IssueInvoice),
    on(RenewalDownloading, Say::NoteDownloaded)
        .by(System)
        .needing(kRenewedInThatKey)
        .gives(Is::CertificateRenewed, Renewed)
        .asks(Do::RecordMainKey, Do::IssueInvoice, Do::RaiseAlarm),
};

static_assert(each_answer_is_unique(kTransitions),
              "two rows answer the same stage, command and role");

}  // namespace

std::span<const OrderTransition> transitions() {
  return kTransitions;
}

}  // namespace vermilion::workflow
