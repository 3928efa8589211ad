#pragma once

#include "workflow/guards/applying.hpp"
#include "workflow/guards/paying.hpp"
#include "workflow/guards/reviewing.hpp"
#include "workflow/transitions/row.hpp"

// Money in, and money back.
namespace vermilion::workflow::rows {

inline constexpr std::array kPaying{
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
};

}  // namespace vermilion::workflow::rows
