#pragma once

#include "workflow/guards/handling.hpp"
#include "workflow/transitions/row.hpp"

// What comes by post, and telephoning about it.
namespace vermilion::workflow::rows {

inline constexpr std::array kPaper{
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
};

}  // namespace vermilion::workflow::rows
