#include "workflow/organisation/transitions.hpp"

#include "workflow/organisation/guards.hpp"

#include <array>

namespace vermilion::workflow::organisation {
namespace {

using namespace guards;
using Say = CommandKind;
using Is = EventKind;
using Do = EffectKind;

constexpr auto Unregistered = State::Unregistered;
constexpr auto Registered = State::Registered;
constexpr auto Superseded = State::Superseded;

constexpr Set<State> operator|(State a, State b) {
  return Set<State>(a) | b;
}

constexpr OrganisationTransition on(Set<State> from, CommandKind command) {
  return {.from = from, .command = command, .who = {}};
}

constexpr Set<State> kAnyState = (Unregistered | Registered) | Superseded;

constexpr std::array kTransitions{
    // Codes
    on(Unregistered, Say::SendCode)
        .by(Role::Applicant)
        .if_(kIsForRegistering)
        .needing(kCaptchaIsRight, kPhoneIsMobile, kIntervalIsOver, kDayHasCodesLeft)
        .gives(Is::CodeSent)
        .asks(Do::SendCode),
    on(Registered, Say::SendCode)
        .by(Role::Applicant)
        .if_(kIsForResetting)
        .needing(kCaptchaIsRight, kPhoneIsMobile, kPhoneIsRegistered, kIntervalIsOver,
                 kDayHasCodesLeft)
        .gives(Is::CodeSent)
        .asks(Do::SendCode),
    // Who asks to register what is registered learns so, but not without a captcha: else the list
    // of
    // customers could be read out.
    on(Registered, Say::SendCode)
        .by(Role::Applicant)
        .needing(kCaptchaIsRight, kIsForResetting)
        .gives(Is::Nothing),
    on(Unregistered | Registered, Say::EnterCode)
        .by(Role::Applicant)
        .if_(kCodeIsRight)
        .needing(kCodeIsFresh, kTriesAreLeft)
        .gives(Is::CodeConfirmed),
    on(Unregistered | Registered, Say::EnterCode)
        .by(Role::Applicant)
        .needing(kCodeWasSent, kCodeIsFresh, kTriesAreLeft)
        .gives(Is::CodeMistyped),

    // The account
    on(Unregistered, Say::Register)
        .by(Role::Applicant)
        .needing(kCreditCodeIsOne, kNameIsGiven, kPhoneIsMobile, kMobileIsConfirmed)
        .gives(Is::Registered, Registered)
        .asks(Do::SetPassword, Do::SupersedeAccount),
    on(Registered, Say::Register)
        .by(Role::Applicant)
        .needing(kMobileIsConfirmed, kIsForResetting)
        .gives(Is::Nothing),
    on(Registered, Say::ResetPassword)
        .by(Role::Applicant)
        .needing(kMobileIsConfirmed)
        .gives(Is::PasswordReset)
        .asks(Do::SetPassword, Do::EndSessions),
    on(Registered, Say::AddSeat).by(Role::Applicant).needing(kPhoneIsMobile).gives(Is::SeatAdded),
    on(Registered, Say::RemoveSeat)
        .by(Role::Applicant)
        .needing(kSeatIsKnown, kIsNotLastSeat)
        .gives(Is::SeatRemoved)
        .asks(Do::EndSessions),
    on(Registered, Say::AskPhoneChange)
        .by(Role::Applicant | Role::Service)
        .needing(kPhoneIsMobile, kPhoneIsAnother, kMaterialIsThere, kMobileIsConfirmed)
        .gives(Is::PhoneChangeAsked),
    on(Registered, Say::ApprovePhoneChange)
        .by(Role::Reviewer | Role::Service)
        .needing(kPhoneChangeIsAsked)
        .gives(Is::PhoneChanged)
        .asks(Do::NotifyPhones, Do::EndSessions),
    on(Registered, Say::RefusePhoneChange)
        .by(Role::Reviewer | Role::Service)
        .needing(kPhoneChangeIsAsked, kReasonIsGiven)
        .gives(Is::PhoneChangeRefused)
        .asks(Do::NotifyPhones),

    // The name
    on(Registered, Say::AskRename)
        .by(Role::Service)
        .needing(kWrongNameIsTheName, kRightNameIsAnother, kReasonIsGiven, kMaterialIsThere)
        .gives(Is::RenameAsked),
    on(Registered, Say::ConfirmRename)
        .by(Role::Service)
        .needing(kRenameIsAsked, kIsAnotherPerson, kSubjectIsUnchanged, kSameWasShown)
        .gives(Is::Renamed)
        .asks(Do::VoidOrders),
    on(Registered, Say::WithdrawRename)
        .by(Role::Service)
        .needing(kRenameIsAsked)
        .gives(Is::RenameWithdrawn),
    on(Registered, Say::ConfirmName).by(Role::Applicant).gives(Is::NameConfirmed),

    // The wrong credit code
    on(Registered, Say::Supersede)
        .by(Role::System)
        .gives(Is::Superseded, Superseded)
        .asks(Do::VoidOrders, Do::EndSessions),
    on(Superseded, Say::Supersede).by(Role::System).gives(Is::Nothing),

    // The one main key of a project
    on(Registered, Say::ReserveMainKey)
        .by(Role::System)
        .if_(kMainKeyIsThisOrders)
        .gives(Is::Nothing),
    on(Registered, Say::ReserveMainKey)
        .by(Role::System)
        .needing(kMainKeyIsNotIssued, kMainKeyIsNotReserved)
        .gives(Is::MainKeyReserved),
    on(kAnyState, Say::ReleaseMainKey)
        .by(Role::System)
        .if_(kMainKeyIsThisOrders)
        .gives(Is::MainKeyReleased),
    on(kAnyState, Say::ReleaseMainKey).by(Role::System).gives(Is::Nothing),
    on(kAnyState, Say::RecordMainKey).by(Role::System).if_(kMainKeyIsRecorded).gives(Is::Nothing),
    on(kAnyState, Say::RecordMainKey)
        .by(Role::System)
        .needing(kMayRecordMainKey)
        .gives(Is::MainKeyRecorded),
    on(kAnyState, Say::ImportMainKey)
        .by(Role::Service | Role::System)
        .if_(kMainKeyIsRecorded)
        .gives(Is::Nothing),
    on(kAnyState, Say::ImportMainKey)
        .by(Role::Service | Role::System)
        .if_(kAnOrderWantsIt)
        .gives(Is::MainKeyImported)
        .asks(Do::RaiseAlarm),
    on(kAnyState, Say::ImportMainKey)
        .by(Role::Service | Role::System)
        .needing(kMainKeyIsNotIssued)
        .gives(Is::MainKeyImported),
};

static_assert(each_answer_is_unique(kTransitions),
              "two rows answer the same state, command and role");

constexpr std::array<std::string_view, kEffects> kEffectNames{
    "send_code",   "set_password",      "end_sessions", "notify_phones",
    "void_orders", "supersede_account", "raise_alarm"};

}  // namespace

std::span<const OrganisationTransition> transitions() {
  return kTransitions;
}

std::string_view name_of(EffectKind kind) {
  return kEffectNames[static_cast<std::size_t>(kind)];
}

}  // namespace vermilion::workflow::organisation
