#pragma once

#include "workflow/approval.hpp"
#include "workflow/main_key.hpp"
#include "workflow/organisation/command.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

// An organisation as it stands: its account, the seats in it, its name, and its one main key of
// each project. The fold of its events. There is one for each credit code, also before anybody has
// registered it: the hall's list may know of a main key before the site knows of an account.
namespace vermilion::workflow::organisation {

enum class State : std::uint8_t { Unregistered, Registered, Superseded };
inline constexpr std::array<std::string_view, 3> kStateNames{"unregistered", "registered",
                                                             "superseded"};
inline constexpr std::size_t kStates = kStateNames.size();

enum class EventKind : std::uint8_t {
  Nothing,
  CodeSent,
  CodeConfirmed,
  CodeMistyped,
  Registered,
  PasswordReset,
  SeatAdded,
  SeatRemoved,
  PhoneChangeAsked,
  PhoneChanged,
  PhoneChangeRefused,
  RenameAsked,
  Renamed,
  RenameWithdrawn,
  NameConfirmed,
  Superseded,
  MainKeyReserved,
  MainKeyReleased,
  MainKeyRecorded,
  MainKeyImported,
};
inline constexpr std::size_t kEvents = static_cast<std::size_t>(EventKind::MainKeyImported) + 1;
std::string_view name_of(EventKind kind);

struct Event {
  EventKind kind = EventKind::Nothing;
  State to = State::Unregistered;
  std::string command;
  Actor by;
  Instant at{};
  Body body;

  friend bool operator==(const Event&, const Event&) = default;
};

// Seconds to wait before another code goes to the same number, and how many go there in a day:
// enough for a bad line, too few for a bill or a nuisance.
inline constexpr std::chrono::seconds kCodeInterval{60};
inline constexpr unsigned kCodesPerDay = 10;
inline constexpr std::chrono::minutes kCodeLife{5};
// One in 200,000 is what five guesses at six digits are worth.
inline constexpr unsigned kCodeTries = 5;

struct SentCode {
  Purpose purpose = Purpose::Register;
  std::string mobile;
  std::string digest;
  Instant sent_at{};
  unsigned wrong = 0;
  bool confirmed = false;

  friend bool operator==(const SentCode&, const SentCode&) = default;
};

struct Seat {
  std::string person;
  std::string mobile;

  friend bool operator==(const Seat&, const Seat&) = default;
};

struct Organisation {
  State state = State::Unregistered;
  std::uint64_t version = 0;
  std::set<std::string> taken;

  std::string credit_code;
  std::string name;
  std::vector<std::string> former_names;
  bool name_is_confirmed = true;  // no rename the applicant has not looked at yet
  std::string mobile;             // of the account: where codes go
  Instant registered_at{};
  std::string superseded_by;
  std::map<std::string, Seat> seats;

  std::optional<SentCode> code;
  std::map<std::string, std::vector<Instant>> codes_sent;  // by number, of the last day
  std::optional<AskPhoneChange> phone_change;
  std::optional<AskRename> rename;
  std::optional<Approval> rename_question;

  std::map<std::string, MainKey> main_keys;  // by project; absent: free

  friend bool operator==(const Organisation&, const Organisation&) = default;
};

[[nodiscard]] MainKey main_key_of(const Organisation& organisation, const std::string& project);

// What two persons are shown before a rename.
[[nodiscard]] std::string rename_subject(const Organisation& organisation, const AskRename& rename);

void fold(Organisation& organisation, const Event& event);
[[nodiscard]] Organisation fold(std::span<const Event> events);

}  // namespace vermilion::workflow::organisation
