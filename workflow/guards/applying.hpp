#pragma once

#include "workflow/context.hpp"

// Forms, scans, verification, submission.
namespace vermilion::workflow::guards {

extern const OrderGuard kPhonesAreMobile;
extern const OrderGuard kRecipientIsComplete;
extern const OrderGuard kSlotIsWanted;
extern const OrderGuard kIsVerifiedIfFirst;  // where uploading waits for 认证成功, too
extern const OrderGuard kMayBeReplaced;
extern const OrderGuard kProjectIsRight;    // the reviewer did not say otherwise
extern const OrderGuard kScanIsTheCurrent;  // of an inspection or a decision
extern const OrderGuard kIsTheLastInspection;
extern const OrderGuard kCodeIsOfThisOrder;  // the one the legal person scanned
extern const OrderGuard kVerificationIsNeeded;
extern const OrderGuard kLegalPersonPassed;
extern const OrderGuard kFormIsFilled;
extern const OrderGuard kDocumentsAreThere;
extern const OrderGuard kIsVerified;
extern const OrderGuard kNothingBlocks;
extern const OrderGuard kRejectedAreReplaced;
extern const OrderGuard kMainKeyIsOurs;  // if this order is for one
extern const OrderGuard kAllAreInspected;

// Slots wanted that hold nothing.
std::vector<std::string> missing_slots(const Order& order, const ProjectTerms& terms);
std::vector<std::string> blocked_slots(const Order& order);
std::vector<std::string> rejected_slots(const Order& order);

}  // namespace vermilion::workflow::guards
