#pragma once

#include "workflow/guards/paying.hpp"
#include "workflow/guards/reviewing.hpp"
#include "workflow/transitions/row.hpp"

// What cannot be undone takes two persons: the first asks, the second confirms what both were
// shown.
namespace vermilion::workflow::rows {

inline constexpr std::array kSecondPerson{
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
};

}  // namespace vermilion::workflow::rows
