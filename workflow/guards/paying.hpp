#pragma once

#include "workflow/context.hpp"

// Payments, refunds, invoices.
namespace vermilion::workflow::guards {

extern const OrderGuard kIsNoBankTransfer;
extern const OrderGuard kChannelIsOffered;
extern const OrderGuard kAttemptIsNew;
extern const OrderGuard kAttemptIsOpen;
extern const OrderGuard kAttemptIsKnown;
extern const OrderGuard kAttemptIsHeld;
extern const OrderGuard kIsNotedAlready;   // this very payment
extern const OrderGuard kDisagrees;        // one attempt, two transactions
extern const OrderGuard kAmountIsAnother;  // than the one asked for

extern const OrderGuard kIsPaid;
extern const OrderGuard kNoRefundRuns;
extern const OrderGuard kRefundIsNew;
extern const OrderGuard kRefundFitsPayment;
extern const OrderGuard kRefundIsInTime;
extern const OrderGuard kRefundIsAsked;
extern const OrderGuard kLetterIsThere;
extern const OrderGuard kRefundIsKnown;
extern const OrderGuard kRefundIsUnderway;
extern const OrderGuard kRefundArrivedBefore;
extern const OrderGuard kRefundArrives;
extern const OrderGuard kRefundHasFailed;

extern const OrderGuard kInvoiceDataIsComplete;
extern const OrderGuard kNoInvoiceYet;
extern const OrderGuard kInvoiceIsDue;

}  // namespace vermilion::workflow::guards
