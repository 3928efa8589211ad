#pragma once

#include "workflow/organisation/transitions.hpp"

namespace vermilion::workflow::organisation::guards {

using OrganisationGuard = Guard<Context>;

extern const OrganisationGuard kCaptchaIsRight;
extern const OrganisationGuard kPhoneIsMobile;
extern const OrganisationGuard kPhoneIsRegistered;  // a code to reset the password goes there only
extern const OrganisationGuard kIntervalIsOver;
extern const OrganisationGuard kDayHasCodesLeft;
extern const OrganisationGuard kCodeWasSent;  // for this purpose, to this number
extern const OrganisationGuard kCodeIsFresh;
extern const OrganisationGuard kTriesAreLeft;
extern const OrganisationGuard kCodeIsRight;
extern const OrganisationGuard kIsForRegistering;  // what the code is for
extern const OrganisationGuard kIsForResetting;
extern const OrganisationGuard kMobileIsConfirmed;  // by a code entered rightly
extern const OrganisationGuard kCreditCodeIsOne;
extern const OrganisationGuard kNameIsGiven;

extern const OrganisationGuard kSeatIsKnown;
extern const OrganisationGuard kIsNotLastSeat;
extern const OrganisationGuard kPhoneIsAnother;
extern const OrganisationGuard kMaterialIsThere;
extern const OrganisationGuard kPhoneChangeIsAsked;
extern const OrganisationGuard kReasonIsGiven;

extern const OrganisationGuard kWrongNameIsTheName;
extern const OrganisationGuard kRightNameIsAnother;
extern const OrganisationGuard kRenameIsAsked;
extern const OrganisationGuard kIsAnotherPerson;
extern const OrganisationGuard kSubjectIsUnchanged;
extern const OrganisationGuard kSameWasShown;

extern const OrganisationGuard kMainKeyIsThisOrders;  // reserved
extern const OrganisationGuard kMainKeyIsNotIssued;
extern const OrganisationGuard kMainKeyIsNotReserved;
extern const OrganisationGuard kMainKeyIsRecorded;  // this very one
extern const OrganisationGuard kMayRecordMainKey;   // reserved for the order, or reissued by it
extern const OrganisationGuard kAnOrderWantsIt;     // the hall was quicker

}  // namespace vermilion::workflow::organisation::guards
