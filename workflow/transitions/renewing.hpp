#pragma once

#include "workflow/guards/begin.hpp"
#include "workflow/guards/handling.hpp"
#include "workflow/guards/paying.hpp"
#include "workflow/transitions/row.hpp"

// Renewing: downloaded into the same key.
namespace vermilion::workflow::rows {

inline constexpr std::array kRenewing{
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

}  // namespace vermilion::workflow::rows
