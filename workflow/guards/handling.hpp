#pragma once

#include "workflow/context.hpp"

// Paper, making, handing out, downloading.
namespace vermilion::workflow::guards {

extern const OrderGuard kCourierNumberIsOne;
extern const OrderGuard kSomethingIsQuarantined;
extern const OrderGuard kEveryPaperIsChecked;
extern const OrderGuard kFaultsAreNamed;
extern const OrderGuard kPaperIsGood;
extern const OrderGuard kWasReached;

extern const OrderGuard kCertificateIsNew;
extern const OrderGuard kRevokesTheChosen;
extern const OrderGuard kIsRevokedAlready;
extern const OrderGuard kHasSeal;
extern const OrderGuard kSupplementIsHere;
extern const OrderGuard kIsFetched;        // the order is delivered by 自取
extern const OrderGuard kWantsCollection;  // the applicant asks for it
extern const OrderGuard kSignatureIsRecorded;

extern const OrderGuard kKeyIsTheChosen;    // the key inserted holds the certificate paid for
extern const OrderGuard kRenewedInThatKey;  // the download went where it should
extern const OrderGuard kValidityIsAsPaid;

// The end of the certificate after so many more years: from its old end, or from the day of the
// download if it had ended by then.
Instant renewed_until(Instant old_end, int years, Instant downloaded);

}  // namespace vermilion::workflow::guards
