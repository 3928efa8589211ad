#include "workflow/guards/begin.hpp"

#include "workflow/working_days.hpp"

#include <fmt/format.h>

namespace vermilion::workflow::guards {
namespace {

using std::chrono::days;

// What the browser saw in the computer, for a renewal begun or downloaded.
unsigned keys_inserted(const Context& context) {
  const auto* begin = std::get_if<Begin>(&context.body);
  return begin != nullptr ? begin->keys_inserted : context.said<StartDownload>().keys_inserted;
}

bool is_within(const Period& period, std::chrono::sys_days day) {
  return (!period.first || *period.first <= day) && (!period.last || day <= *period.last);
}

bool is_within_window(const Context& context) {
  const OperationTerms* offered = find_operation(context.facts.terms, context.operation());
  const auto& chosen = context.said<Begin>().chosen;
  if (offered == nullptr || !offered->window || !chosen) return true;
  return chosen->valid_until - days(offered->window->before_days) <= context.now &&
         context.now <= chosen->valid_until + days(offered->window->after_days);
}

void tell_window(const Context& context, Words& words) {
  const OperationTerms* offered = find_operation(context.facts.terms, context.operation());
  words["before"] = fmt::format("{}", offered->window->before_days);
  words["after"] = fmt::format("{}", offered->window->after_days);
}

// Exactly what the registry has: neither another certificate in the key nor another key, and not an
// end of its own, which a renewal is counted from.
bool is_theirs(const Context& context) {
  if (context.operation() == Operation::New) return true;
  const auto& chosen = context.said<Begin>().chosen;
  return chosen && chosen == context.facts.chosen;
}

}  // namespace

constinit const OrderGuard kIsRenewal{
    "it is a renewal", RefusalCode::HallOnly,
    [](const Context& context) { return context.operation() == Operation::Renew; }};

constinit const OrderGuard kProjectIsOpen{
    "the project is open", RefusalCode::ProjectNotOpen,
    [](const Context& context) { return !context.facts.terms.draft; }};

constinit const OrderGuard kIsDoneOnline{
    "the operation is done online", RefusalCode::HallOnly, [](const Context& context) {
      return find_operation(context.facts.terms, context.operation()) != nullptr;
    }};

constinit const OrderGuard kIsOfferedNow{
    "it is offered today", RefusalCode::NotOfferedNow, [](const Context& context) {
      const OperationTerms* offered = find_operation(context.facts.terms, context.operation());
      return is_within(offered->offered, beijing_day(context.now));
    }};

constinit const OrderGuard kVariantIsKnown{
    "the variant is offered", RefusalCode::VariantUnknown,
    [](const Context& context) { return context.variant() != nullptr; }};

constinit const OrderGuard kFeeIsSet{"the fee is set", RefusalCode::FeeNotSet,
                                     [](const Context& context) {
                                       const VariantTerms* variant = context.variant();
                                       return variant != nullptr && variant->fee.has_value();
                                     }};

constinit const OrderGuard kIsEligible{
    "the user type is served online", RefusalCode::NotEligible, [](const Context& context) {
      return !context.facts.terms.asks_eligibility || context.said<Begin>().eligible;
    }};

constinit const OrderGuard kScopeIsAcknowledged{
    "the scope was acknowledged", RefusalCode::ScopeNotAcknowledged, [](const Context& context) {
      return !context.facts.terms.scope_acknowledged || context.said<Begin>().scope_acknowledged;
    }};

constinit const OrderGuard kAgreementIsAccepted{
    "the agreement was accepted", RefusalCode::AgreementNotAccepted, [](const Context& context) {
      return context.said<Begin>().agreement == context.facts.terms.agreement;
    }};

constinit const OrderGuard kMainKeyIsNotIssued{
    "no main key was ever issued", RefusalCode::MainKeyExists, [](const Context& context) {
      return !context.wants_main_key() || context.facts.main_key.state != MainKey::State::Issued;
    }};

constinit const OrderGuard kMainKeyIsNotReserved{
    "no other order is for the main key", RefusalCode::MainKeyReserved,
    [](const Context& context) {
      return !context.wants_main_key() || context.facts.main_key.state != MainKey::State::Reserved;
    },
    [](const Context& context, Words& words) { words["other"] = context.facts.main_key.order; }};

constinit const OrderGuard kCertificateIsTheirs{"the certificate chosen is the organisation's",
                                                RefusalCode::CertificateUnknown, is_theirs};

constinit const OrderGuard kRevocationIsTyped{
    "the serial to be revoked was typed", RefusalCode::RevocationNotConfirmed,
    [](const Context& context) {
      const Begin& begin = context.said<Begin>();
      return begin.operation != Operation::Reissue ||
             (begin.chosen && begin.typed_serial == begin.chosen->serial);
    }};

constinit const OrderGuard kOneKeyIsInserted{
    "exactly one key is inserted", RefusalCode::OneKeyOnly,
    [](const Context& context) { return keys_inserted(context) == 1; },
    [](const Context& context, Words& words) {
      words["count"] = fmt::format("{}", keys_inserted(context));
    }};

constinit const OrderGuard kIsWithinRenewalWindow{"today is within the window of renewal",
                                                  RefusalCode::RenewalWindow, is_within_window,
                                                  tell_window};

constinit const OrderGuard kYearsAreChosen{
    "a number of years was chosen", RefusalCode::YearsNotChosen,
    [](const Context& context) { return context.said<Begin>().years >= 1; }};

}  // namespace vermilion::workflow::guards
