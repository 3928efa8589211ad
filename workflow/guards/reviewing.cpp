#include "workflow/guards/reviewing.hpp"

#include "workflow/digest.hpp"
#include "workflow/guards/applying.hpp"

#include <algorithm>

namespace vermilion::workflow::guards {
namespace {

// A claim counts until its lease ends, even if nobody has released it by then.
bool holds_claim(const Context& context) {
  const Claim& claim = context.order.claim;
  return claim.reviewer == context.by.id && context.now < claim.until;
}

bool nobody_else_reviews(const Context& context) {
  const Claim& claim = context.order.claim;
  return claim.reviewer.empty() || claim.reviewer == context.by.id || claim.until <= context.now;
}

Matter matter_said(const Context& context) {
  if (const auto* asked = std::get_if<AskSecondPerson>(&context.body)) return asked->matter;
  if (const auto* confirmed = std::get_if<ConfirmAsSecond>(&context.body)) {
    return confirmed->matter;
  }
  return context.said<WithdrawQuestion>().matter;
}

std::string digest_now(const Context& context, Matter matter) {
  return sha256_of(subject_of(context.order, matter));
}

const Approval* asked(const Context& context) {
  const auto found = context.order.approvals.find(matter_said(context));
  return found == context.order.approvals.end() || found->second.confirmed() ? nullptr
                                                                             : &found->second;
}

// Whether the second person's word would be refused for just this reason.
bool is_refused_as(const Context& context, RefusalCode code) {
  const Approval* question = asked(context);
  if (question == nullptr) return false;
  const auto answer = confirm(*question, context.by, context.said<ConfirmAsSecond>().digest,
                              digest_now(context, question->matter), context.now);
  return !answer && answer.error().code == code;
}

bool is_confirmed(const Context& context, Matter matter) {
  const auto found = context.order.approvals.find(matter);
  return found != context.order.approvals.end() &&
         found->second.covers(digest_now(context, matter));
}

std::string_view reason_said(const Context& context) {
  if (const auto* asking = std::get_if<AskSecondPerson>(&context.body)) return asking->reason;
  if (const auto* refund = std::get_if<AskRefund>(&context.body)) return refund->reason;
  if (const auto* refused = std::get_if<RefuseRefund>(&context.body)) return refused->reason;
  if (const auto* failed = std::get_if<NoteMakingFailed>(&context.body)) return failed->reason;
  return context.said<ReportSealFault>().fault;
}

}  // namespace

constinit const OrderGuard kNobodyElseReviews{
    "nobody else reviews it", RefusalCode::ClaimedByAnother, nobody_else_reviews,
    [](const Context& context, Words& words) { words["other"] = context.order.claim.reviewer; }};

constinit const OrderGuard kHoldsClaim{"the reviewer holds the claim", RefusalCode::ClaimFirst,
                                       holds_claim};

constinit const OrderGuard kLeaseIsOver{
    "the lease is over", RefusalCode::LeaseStillRuns,
    [](const Context& context) { return context.order.claim.until <= context.now; }};

constinit const OrderGuard kReasonsAreGiven{"a rejection has reasons", RefusalCode::ReasonMissing,
                                            [](const Context& context) {
                                              const auto& decided = context.said<DecideDocument>();
                                              return decided.accepted || !decided.reasons.empty();
                                            }};

constinit const OrderGuard kAllAreAccepted{
    "every document is accepted", RefusalCode::NotAllAccepted, [](const Context& context) {
      return missing_slots(context.order, context.facts.terms).empty() &&
             std::ranges::all_of(context.order.documents, [](const auto& entry) {
               return entry.second.decision == Document::Decision::Accepted;
             });
    }};

constinit const OrderGuard kSomethingIsWrong{
    "a document is rejected or the project is wrong", RefusalCode::NothingRejected,
    [](const Context& context) {
      return context.said<Reject>().wrong_project || !rejected_slots(context.order).empty();
    }};

constinit const OrderGuard kIsOverride{
    "it is about a blocking finding", RefusalCode::NotYourPart,
    [](const Context& context) { return matter_said(context) == Matter::OverrideFinding; }};

constinit const OrderGuard kIsRevocation{
    "it is about the revocation", RefusalCode::NotYourPart, [](const Context& context) {
      return matter_said(context) == Matter::RevokeByReissue && context.order.chosen &&
             context.order.operation == Operation::Reissue;
    }};

constinit const OrderGuard kIsRefund{
    "it is about the refund", RefusalCode::NotYourPart,
    [](const Context& context) { return matter_said(context) == Matter::RefundAfterMaking; }};

constinit const OrderGuard kReasonIsGiven{
    "a reason is given", RefusalCode::ReasonMissing,
    [](const Context& context) { return !reason_said(context).empty(); }};

constinit const OrderGuard kSomethingBlocks{
    "a finding blocks", RefusalCode::NothingToOverride,
    [](const Context& context) { return !blocked_slots(context.order).empty(); }};

constinit const OrderGuard kSubjectWasShown{
    "what was shown is what there is", RefusalCode::ShownSomethingElse, [](const Context& context) {
      return context.said<AskSecondPerson>().digest == digest_now(context, matter_said(context));
    }};

constinit const OrderGuard kWasAsked{
    "a first person asked", RefusalCode::NobodyAsked,
    [](const Context& context) { return asked(context) != nullptr; }};

constinit const OrderGuard kIsAnotherPerson{
    "it is another person", RefusalCode::SecondPersonIsFirst, [](const Context& context) {
      return !is_refused_as(context, RefusalCode::SecondPersonIsFirst);
    }};

constinit const OrderGuard kSubjectIsUnchanged{
    "nothing has changed since", RefusalCode::ApprovalOutdated,
    [](const Context& context) { return !is_refused_as(context, RefusalCode::ApprovalOutdated); }};

constinit const OrderGuard kSameWasShown{
    "both were shown the same", RefusalCode::ShownSomethingElse, [](const Context& context) {
      return !is_refused_as(context, RefusalCode::ShownSomethingElse);
    }};

constinit const OrderGuard kRevocationIsConfirmed{
    "two persons agreed to the revocation, if there is one", RefusalCode::SecondPersonMissing,
    [](const Context& context) {
      return context.order.operation != Operation::Reissue ||
             is_confirmed(context, Matter::RevokeByReissue);
    }};

constinit const OrderGuard kRefundIsConfirmed{
    "two persons agreed to the refund", RefusalCode::SecondPersonMissing,
    [](const Context& context) { return is_confirmed(context, Matter::RefundAfterMaking); }};

}  // namespace vermilion::workflow::guards
