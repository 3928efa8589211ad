#include "workflow/organisation/guards.hpp"

#include "workflow/digest.hpp"
#include "workflow/mobile.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::workflow::organisation::guards {
namespace {

using R = RefusalCode;

// GB 32100: digits and capitals but I, O, Z, S and V. Whether the check digits are right is known
// to whoever reads credit codes; nothing here depends on it.
bool is_credit_code(std::string_view code) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  return code.size() == 18 &&
         std::ranges::all_of(code, [&](char c) { return kAlphabet.find(c) != kAlphabet.npos; });
}

const std::string& mobile_said(const Context& context) {
  if (const auto* send = std::get_if<SendCode>(&context.body)) return send->mobile;
  if (const auto* enter = std::get_if<EnterCode>(&context.body)) return enter->mobile;
  if (const auto* seat = std::get_if<AddSeat>(&context.body)) return seat->mobile;
  if (const auto* change = std::get_if<AskPhoneChange>(&context.body)) return change->mobile;
  if (const auto* account = std::get_if<Register>(&context.body)) return account->mobile;
  const auto* reset = std::get_if<ResetPassword>(&context.body);
  if (reset != nullptr && !reset->mobile.empty()) return reset->mobile;
  return context.organisation.mobile;
}

Purpose purpose_said(const Context& context) {
  if (const auto* send = std::get_if<SendCode>(&context.body)) return send->purpose;
  if (const auto* enter = std::get_if<EnterCode>(&context.body)) return enter->purpose;
  if (std::holds_alternative<Register>(context.body)) return Purpose::Register;
  if (std::holds_alternative<AskPhoneChange>(context.body)) return Purpose::ChangePhone;
  return Purpose::ResetPassword;
}

std::chrono::seconds left_of_interval(const Context& context) {
  const auto& code = context.organisation.code;
  if (!code || code->mobile != mobile_said(context)) return {};
  return std::max(std::chrono::seconds(0), code->sent_at + kCodeInterval - context.now);
}

bool day_has_codes_left(const Context& context) {
  const auto found = context.organisation.codes_sent.find(mobile_said(context));
  if (found == context.organisation.codes_sent.end()) return true;
  const auto today = std::ranges::count_if(
      found->second, [&](Instant at) { return context.now < at + std::chrono::days(1); });
  return today < static_cast<std::ptrdiff_t>(kCodesPerDay);
}

// The account's, or that of a seat: each seat has a password of its own.
bool is_registered(const Organisation& organisation, const std::string& mobile) {
  return mobile == organisation.mobile ||
         std::ranges::any_of(organisation.seats,
                             [&](const auto& seat) { return seat.second.mobile == mobile; });
}

bool code_was_sent(const Context& context) {
  const auto& code = context.organisation.code;
  return code && code->purpose == purpose_said(context) && code->mobile == mobile_said(context);
}

bool is_confirmed(const Context& context) {
  return code_was_sent(context) && context.organisation.code->confirmed &&
         context.now < context.organisation.code->sent_at + kCodeLife;
}

std::string_view reason_said(const Context& context) {
  if (const auto* refused = std::get_if<RefusePhoneChange>(&context.body)) return refused->reason;
  return context.said<AskRename>().reason;
}

bool is_refused_as(const Context& context, RefusalCode code) {
  const Organisation& organisation = context.organisation;
  if (!organisation.rename_question) return false;
  const auto answer =
      confirm(*organisation.rename_question, context.by, context.said<ConfirmRename>().digest,
              sha256_of(rename_subject(organisation, *organisation.rename)), context.now);
  return !answer && answer.error().code == code;
}

const std::string& project_said(const Context& context) {
  if (const auto* reserve = std::get_if<ReserveMainKey>(&context.body)) return reserve->project;
  if (const auto* release = std::get_if<ReleaseMainKey>(&context.body)) return release->project;
  if (const auto* record = std::get_if<RecordMainKey>(&context.body)) return record->project;
  return context.said<ImportMainKey>().project;
}

MainKey main_key(const Context& context) {
  return main_key_of(context.organisation, project_said(context));
}

// By its id: what it is called stands in its rules.
void tell_project(const Context& context, Words& words) {
  words["project"] = project_said(context);
}

bool is_this_orders(const Context& context) {
  const MainKey key = main_key(context);
  const auto* reserve = std::get_if<ReserveMainKey>(&context.body);
  const std::string& order =
      reserve != nullptr ? reserve->order : context.said<ReleaseMainKey>().order;
  return key.state == MainKey::State::Reserved && key.order == order;
}

bool may_record(const Context& context) {
  const MainKey key = main_key(context);
  const auto& made = context.said<RecordMainKey>();
  if (key.state == MainKey::State::Reserved) return key.order == made.order;
  if (made.replaces.empty()) return false;
  // The ledger may not have known the one reissued: the registry of certificates did.
  return key.state == MainKey::State::Free || key.serial == made.replaces;
}

}  // namespace

constinit const OrganisationGuard kCaptchaIsRight{
    "the captcha is right", R::CaptchaFailed,
    [](const Context& context) { return context.said<SendCode>().captcha_passed; }};

constinit const OrganisationGuard kPhoneIsMobile{
    "the telephone is a mobile number", R::MobileNumber,
    [](const Context& context) { return is_mobile(mobile_said(context)); }};

constinit const OrganisationGuard kPhoneIsRegistered{
    "it is a number of the account", R::NoCode, [](const Context& context) {
      return purpose_said(context) != Purpose::ResetPassword ||
             is_registered(context.organisation, mobile_said(context));
    }};

constinit const OrganisationGuard kIntervalIsOver{
    "a minute has passed since the last code", R::CodeTooSoon,
    [](const Context& context) { return left_of_interval(context).count() == 0; },
    [](const Context& context, Words& words) {
      words["seconds"] = fmt::format("{}", left_of_interval(context).count());
    }};

constinit const OrganisationGuard kDayHasCodesLeft{"the number got few codes today",
                                                   R::CodeTooOften, day_has_codes_left};

constinit const OrganisationGuard kCodeWasSent{"a code was sent for it", R::NoCode, code_was_sent};

constinit const OrganisationGuard kCodeIsFresh{
    "the code is fresh", R::CodeExpired, [](const Context& context) {
      return context.organisation.code &&
             context.now < context.organisation.code->sent_at + kCodeLife;
    }};

constinit const OrganisationGuard kTriesAreLeft{
    "tries are left", R::CodeUsedUp, [](const Context& context) {
      return context.organisation.code && context.organisation.code->wrong < kCodeTries;
    }};

constinit const OrganisationGuard kCodeIsRight{
    "the code is right", R::NoCode, [](const Context& context) {
      return code_was_sent(context) &&
             context.organisation.code->digest == context.said<EnterCode>().digest;
    }};

constinit const OrganisationGuard kIsForRegistering{
    "it is for registering", R::UserExists,
    [](const Context& context) { return purpose_said(context) == Purpose::Register; }};

constinit const OrganisationGuard kIsForResetting{
    "it is not for registering", R::UserExists,
    [](const Context& context) { return purpose_said(context) != Purpose::Register; }};

constinit const OrganisationGuard kMobileIsConfirmed{"a code confirmed the number", R::NoCode,
                                                     is_confirmed};

constinit const OrganisationGuard kCreditCodeIsOne{
    "the credit code is well formed", R::CreditCode,
    [](const Context& context) { return is_credit_code(context.said<Register>().credit_code); }};

constinit const OrganisationGuard kNameIsGiven{
    "a name is given", R::NameMissing,
    [](const Context& context) { return !context.said<Register>().name.empty(); }};

constinit const OrganisationGuard kSeatIsKnown{
    "the seat is the account's", R::SeatUnknown, [](const Context& context) {
      return context.organisation.seats.contains(context.said<RemoveSeat>().seat);
    }};

constinit const OrganisationGuard kIsNotLastSeat{
    "another seat is left", R::LastSeat,
    [](const Context& context) { return context.organisation.seats.size() > 1; }};

constinit const OrganisationGuard kPhoneIsAnother{
    "the number is another", R::SamePhone, [](const Context& context) {
      return context.said<AskPhoneChange>().mobile != context.organisation.mobile;
    }};

constinit const OrganisationGuard kMaterialIsThere{
    "documents prove it", R::MaterialMissing, [](const Context& context) {
      const auto* change = std::get_if<AskPhoneChange>(&context.body);
      return change != nullptr ? !change->material_sha256.empty()
                               : !context.said<AskRename>().evidence_sha256.empty();
    }};

constinit const OrganisationGuard kPhoneChangeIsAsked{
    "a change is asked for", R::NoPhoneChange,
    [](const Context& context) { return context.organisation.phone_change.has_value(); }};

constinit const OrganisationGuard kReasonIsGiven{
    "a reason is given", R::ReasonMissing,
    [](const Context& context) { return !reason_said(context).empty(); }};

constinit const OrganisationGuard kWrongNameIsTheName{
    "the wrong name is the account's", R::NameIsNotThat,
    [](const Context& context) {
      return context.said<AskRename>().wrong == context.organisation.name;
    },
    [](const Context& context, Words& words) { words["wrong"] = context.said<AskRename>().wrong; }};

constinit const OrganisationGuard kRightNameIsAnother{
    "the right name is another", R::SameName, [](const Context& context) {
      const auto& rename = context.said<AskRename>();
      return !rename.right.empty() && rename.right != rename.wrong;
    }};

constinit const OrganisationGuard kRenameIsAsked{
    "a first person asked", R::NobodyAsked,
    [](const Context& context) { return context.organisation.rename_question.has_value(); }};

constinit const OrganisationGuard kIsAnotherPerson{
    "it is another person", R::SecondPersonIsFirst,
    [](const Context& context) { return !is_refused_as(context, R::SecondPersonIsFirst); }};

constinit const OrganisationGuard kSubjectIsUnchanged{
    "nothing has changed since", R::ApprovalOutdated,
    [](const Context& context) { return !is_refused_as(context, R::ApprovalOutdated); }};

constinit const OrganisationGuard kSameWasShown{
    "both were shown the same", R::ShownSomethingElse,
    [](const Context& context) { return !is_refused_as(context, R::ShownSomethingElse); }};

constinit const OrganisationGuard kMainKeyIsThisOrders{"it is reserved for this order",
                                                       R::MainKeyNotReserved, is_this_orders};

constinit const OrganisationGuard kMainKeyIsNotIssued{
    "none was ever issued", R::MainKeyExists,
    [](const Context& context) { return main_key(context).state != MainKey::State::Issued; },
    tell_project};

constinit const OrganisationGuard kMainKeyIsNotReserved{
    "no other order is for it", R::MainKeyReserved,
    [](const Context& context) { return main_key(context).state != MainKey::State::Reserved; },
    [](const Context& context, Words& words) {
      tell_project(context, words);
      words["other"] = main_key(context).order;
    }};

constinit const OrganisationGuard kMainKeyIsRecorded{
    "it is recorded already", R::MainKeyExists, [](const Context& context) {
      const MainKey key = main_key(context);
      const auto* made = std::get_if<RecordMainKey>(&context.body);
      const std::string& serial =
          made != nullptr ? made->serial : context.said<ImportMainKey>().serial;
      return key.state == MainKey::State::Issued && key.serial == serial;
    }};

constinit const OrganisationGuard kMayRecordMainKey{
    "it was reserved for the order or is reissued by it", R::MainKeyNotReserved, may_record};

constinit const OrganisationGuard kAnOrderWantsIt{
    "an order has reserved it", R::MainKeyReserved,
    [](const Context& context) { return main_key(context).state == MainKey::State::Reserved; }};

}  // namespace vermilion::workflow::organisation::guards
