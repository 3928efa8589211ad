#pragma once

#include "workflow/guards/applying.hpp"
#include "workflow/guards/begin.hpp"
#include "workflow/guards/reviewing.hpp"
#include "workflow/transitions/row.hpp"

// A reviewer at an order.
namespace vermilion::workflow::rows {

inline constexpr std::array kReviewing{
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
};

}  // namespace vermilion::workflow::rows
