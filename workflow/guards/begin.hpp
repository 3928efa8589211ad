#pragma once

#include "workflow/context.hpp"

// Whether an order may be begun.
namespace vermilion::workflow::guards {

extern const OrderGuard kIsRenewal;
extern const OrderGuard kProjectIsOpen;
extern const OrderGuard kIsDoneOnline;  // the project offers this operation here, not at the hall
extern const OrderGuard kIsOfferedNow;
extern const OrderGuard kVariantIsKnown;
extern const OrderGuard kFeeIsSet;
extern const OrderGuard kIsEligible;
extern const OrderGuard kScopeIsAcknowledged;
extern const OrderGuard kAgreementIsAccepted;
extern const OrderGuard kMainKeyIsNotIssued;    // as far as one is wanted
extern const OrderGuard kMainKeyIsNotReserved;  // as far as one is wanted
extern const OrderGuard kCertificateIsTheirs;   // the one to reissue or renew
extern const OrderGuard kRevocationIsTyped;     // its serial, by hand
extern const OrderGuard kOneKeyIsInserted;
extern const OrderGuard kIsWithinRenewalWindow;
extern const OrderGuard kYearsAreChosen;

}  // namespace vermilion::workflow::guards
