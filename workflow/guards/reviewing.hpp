#pragma once

#include "workflow/context.hpp"

// Review, and what takes two persons.
namespace vermilion::workflow::guards {

extern const OrderGuard kNobodyElseReviews;  // unclaimed, lease over, or one's own
extern const OrderGuard kHoldsClaim;
extern const OrderGuard kLeaseIsOver;
extern const OrderGuard kReasonsAreGiven;
extern const OrderGuard kAllAreAccepted;
extern const OrderGuard kSomethingIsWrong;

extern const OrderGuard kIsOverride;  // what a question or confirmation is about
extern const OrderGuard kIsRevocation;
extern const OrderGuard kIsRefund;
extern const OrderGuard kReasonIsGiven;
extern const OrderGuard kSomethingBlocks;
extern const OrderGuard kSubjectWasShown;  // to the first person
extern const OrderGuard kWasAsked;
extern const OrderGuard kIsAnotherPerson;
extern const OrderGuard kSubjectIsUnchanged;
extern const OrderGuard kSameWasShown;  // to both
extern const OrderGuard kRevocationIsConfirmed;
extern const OrderGuard kRefundIsConfirmed;

}  // namespace vermilion::workflow::guards
