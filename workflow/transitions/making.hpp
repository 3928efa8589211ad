#pragma once

#include "workflow/guards/applying.hpp"
#include "workflow/guards/handling.hpp"
#include "workflow/guards/paying.hpp"
#include "workflow/guards/reviewing.hpp"
#include "workflow/transitions/row.hpp"

// Making, handing out, the invoice.
namespace vermilion::workflow::rows {

inline constexpr std::array kMaking{
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
};

}  // namespace vermilion::workflow::rows
