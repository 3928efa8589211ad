#include "workflow/organisation/organisation.hpp"

#include "workflow/digest.hpp"
#include "workflow/subject.hpp"

#include <algorithm>
#include <utility>

namespace vermilion::workflow::organisation {
namespace {

constexpr std::array<std::string_view, kEvents> kNames{"nothing",
                                                       "code_sent",
                                                       "code_confirmed",
                                                       "code_mistyped",
                                                       "registered",
                                                       "password_reset",
                                                       "seat_added",
                                                       "seat_removed",
                                                       "phone_change_asked",
                                                       "phone_changed",
                                                       "phone_change_refused",
                                                       "rename_asked",
                                                       "renamed",
                                                       "rename_withdrawn",
                                                       "name_confirmed",
                                                       "superseded",
                                                       "main_key_reserved",
                                                       "main_key_released",
                                                       "main_key_recorded",
                                                       "main_key_imported"};
static_assert(!kNames.back().empty());

template <class T>
const T& said(const Event& event) {
  return std::get<T>(event.body);
}

void code_sent(Organisation& organisation, const Event& event) {
  const auto& sent = said<SendCode>(event);
  organisation.code = SentCode{sent.purpose, sent.mobile, sent.digest, event.at, 0, false};
  auto& times = organisation.codes_sent[sent.mobile];
  std::erase_if(times, [&](Instant at) { return at + std::chrono::days(1) <= event.at; });
  times.push_back(event.at);
}

void registered(Organisation& organisation, const Event& event) {
  const auto& account = said<Register>(event);
  organisation.credit_code = account.credit_code;
  organisation.name = account.name;
  organisation.mobile = account.mobile;
  organisation.registered_at = event.at;
  organisation.seats[account.seat] = {account.person, account.mobile};
  organisation.code.reset();
}

void seat_added(Organisation& organisation, const Event& event) {
  const auto& added = said<AddSeat>(event);
  organisation.seats[added.seat] = {added.person, added.mobile};
}

// Whoever had the account's number had its seat, and now it is the new one's.
void phone_changed(Organisation& organisation) {
  const std::string& mobile = organisation.phone_change->mobile;
  for (auto& [id, seat] : organisation.seats) {
    if (seat.mobile == organisation.mobile) seat.mobile = mobile;
  }
  organisation.mobile = mobile;
  organisation.phone_change.reset();
}

void rename_asked(Organisation& organisation, const Event& event) {
  organisation.rename = said<AskRename>(event);
  Approval question;
  question.matter = Matter::Rename;
  question.digest = sha256_of(rename_subject(organisation, *organisation.rename));
  question.asked_by = event.by;
  question.asked_at = event.at;
  question.reason = organisation.rename->reason;
  organisation.rename_question = std::move(question);
}

void rename_ended(Organisation& organisation) {
  organisation.rename.reset();
  organisation.rename_question.reset();
}

void renamed(Organisation& organisation) {
  organisation.former_names.push_back(organisation.name);
  organisation.name = organisation.rename->right;
  organisation.name_is_confirmed = false;
  rename_ended(organisation);
}

void main_key_reserved(Organisation& organisation, const Event& event) {
  const auto& reserved = said<ReserveMainKey>(event);
  organisation.main_keys[reserved.project] = {MainKey::State::Reserved, reserved.order, "", {}};
}

void main_key_recorded(Organisation& organisation, const Event& event) {
  const auto& made = said<RecordMainKey>(event);
  organisation.main_keys[made.project] = {MainKey::State::Issued, made.order, made.serial,
                                          made.valid_until};
}

void main_key_imported(Organisation& organisation, const Event& event) {
  const auto& found = said<ImportMainKey>(event);
  organisation.main_keys[found.project] = {MainKey::State::Issued, "", found.serial,
                                           found.valid_until};
}

void take(Organisation& organisation, const Event& event) {
  switch (event.kind) {
    case EventKind::Nothing:
      return;
    case EventKind::CodeSent:
      return code_sent(organisation, event);
    case EventKind::CodeConfirmed:
      organisation.code->confirmed = true;
      return;
    case EventKind::CodeMistyped:
      ++organisation.code->wrong;
      return;
    case EventKind::Registered:
      return registered(organisation, event);
    case EventKind::PasswordReset:
      organisation.code.reset();
      return;
    case EventKind::SeatAdded:
      return seat_added(organisation, event);
    case EventKind::SeatRemoved:
      organisation.seats.erase(said<RemoveSeat>(event).seat);
      return;
    case EventKind::PhoneChangeAsked:
      organisation.phone_change = said<AskPhoneChange>(event);
      organisation.code.reset();
      return;
    case EventKind::PhoneChanged:
      return phone_changed(organisation);
    case EventKind::PhoneChangeRefused:
      organisation.phone_change.reset();
      return;
    case EventKind::RenameAsked:
      return rename_asked(organisation, event);
    case EventKind::Renamed:
      return renamed(organisation);
    case EventKind::RenameWithdrawn:
      return rename_ended(organisation);
    case EventKind::NameConfirmed:
      organisation.name_is_confirmed = true;
      return;
    case EventKind::Superseded:
      organisation.superseded_by = said<Supersede>(event).by;
      return;
    case EventKind::MainKeyReserved:
      return main_key_reserved(organisation, event);
    case EventKind::MainKeyReleased:
      organisation.main_keys.erase(said<ReleaseMainKey>(event).project);
      return;
    case EventKind::MainKeyRecorded:
      return main_key_recorded(organisation, event);
    case EventKind::MainKeyImported:
      return main_key_imported(organisation, event);
  }
}

}  // namespace

std::string_view name_of(EventKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

MainKey main_key_of(const Organisation& organisation, const std::string& project) {
  const auto found = organisation.main_keys.find(project);
  return found == organisation.main_keys.end() ? MainKey{} : found->second;
}

std::string rename_subject(const Organisation& organisation, const AskRename& rename) {
  std::string text;
  const auto line = [&](std::string_view name, std::string_view value) {
    add_line(text, name, value);
  };
  line("matter", name_of(Matter::Rename));
  line("organisation", organisation.credit_code);
  line("now", organisation.name);
  line("wrong", rename.wrong);
  line("right", rename.right);
  line("reason", rename.reason);
  line("evidence", rename.evidence_sha256);
  return text;
}

void fold(Organisation& organisation, const Event& event) {
  take(organisation, event);
  organisation.state = event.to;
  ++organisation.version;
  organisation.taken.insert(event.command);
}

Organisation fold(std::span<const Event> events) {
  Organisation organisation;
  for (const Event& event : events) fold(organisation, event);
  return organisation;
}

}  // namespace vermilion::workflow::organisation
