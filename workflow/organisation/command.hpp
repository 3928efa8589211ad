#pragma once

#include "workflow/instant.hpp"
#include "workflow/role.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

// What can be said about an organisation and its account.
namespace vermilion::workflow::organisation {

// What a code sent by SMS is for.
enum class Purpose : std::uint8_t { Register, ResetPassword, ChangePhone };
std::string_view name_of(Purpose purpose);

struct SendCode {
  Purpose purpose = Purpose::Register;
  std::string mobile;
  std::string digest;  // of the code; the code itself is nowhere kept
  bool captcha_passed = false;

  friend bool operator==(const SendCode&, const SendCode&) = default;
};

// A wrong code is no refusal: it counts.
struct EnterCode {
  Purpose purpose = Purpose::Register;
  std::string mobile;
  std::string digest;

  friend bool operator==(const EnterCode&, const EnterCode&) = default;
};

struct Register {
  std::string credit_code;
  std::string name;
  std::string seat;  // id of the first seat
  std::string person;
  std::string mobile;
  std::string replaces = {};  // the wrong credit code registered before

  friend bool operator==(const Register&, const Register&) = default;
};

struct ResetPassword {
  std::string mobile = {};  // of the seat whose it is; empty: the account's

  friend bool operator==(const ResetPassword&, const ResetPassword&) = default;
};

struct AddSeat {
  std::string seat;
  std::string person;
  std::string mobile;

  friend bool operator==(const AddSeat&, const AddSeat&) = default;
};

struct RemoveSeat {
  std::string seat;

  friend bool operator==(const RemoveSeat&, const RemoveSeat&) = default;
};

struct AskPhoneChange {
  std::string mobile;
  std::string material_sha256;
  std::string reason;

  friend bool operator==(const AskPhoneChange&, const AskPhoneChange&) = default;
};

struct ApprovePhoneChange {
  friend bool operator==(const ApprovePhoneChange&, const ApprovePhoneChange&) = default;
};

struct RefusePhoneChange {
  std::string reason;

  friend bool operator==(const RefusePhoneChange&, const RefusePhoneChange&) = default;
};

struct AskRename {
  std::string wrong;
  std::string right;
  std::string reason;
  std::string evidence_sha256;

  friend bool operator==(const AskRename&, const AskRename&) = default;
};

struct ConfirmRename {
  std::string digest;  // of the subject shown

  friend bool operator==(const ConfirmRename&, const ConfirmRename&) = default;
};

struct WithdrawRename {
  friend bool operator==(const WithdrawRename&, const WithdrawRename&) = default;
};

// The applicant has looked at the name at the top right and says it is right.
struct ConfirmName {
  friend bool operator==(const ConfirmName&, const ConfirmName&) = default;
};

struct Supersede {
  std::string by;  // the right credit code

  friend bool operator==(const Supersede&, const Supersede&) = default;
};

struct ReserveMainKey {
  std::string project;
  std::string order;

  friend bool operator==(const ReserveMainKey&, const ReserveMainKey&) = default;
};

struct ReleaseMainKey {
  std::string project;
  std::string order;

  friend bool operator==(const ReleaseMainKey&, const ReleaseMainKey&) = default;
};

struct RecordMainKey {
  std::string project;
  std::string order;
  std::string serial;
  std::string replaces = {};  // serial of the main key that was reissued
  Instant valid_until{};

  friend bool operator==(const RecordMainKey&, const RecordMainKey&) = default;
};

// Issued at the hall, known from its list.
struct ImportMainKey {
  std::string project;
  std::string serial;
  Instant valid_until{};

  friend bool operator==(const ImportMainKey&, const ImportMainKey&) = default;
};

using Body = std::variant<SendCode, EnterCode, Register, ResetPassword, AddSeat, RemoveSeat,
                          AskPhoneChange, ApprovePhoneChange, RefusePhoneChange, AskRename,
                          ConfirmRename, WithdrawRename, ConfirmName, Supersede, ReserveMainKey,
                          ReleaseMainKey, RecordMainKey, ImportMainKey>;

// The alternatives of a Body, in its order.
enum class CommandKind : std::uint8_t {
  SendCode,
  EnterCode,
  Register,
  ResetPassword,
  AddSeat,
  RemoveSeat,
  AskPhoneChange,
  ApprovePhoneChange,
  RefusePhoneChange,
  AskRename,
  ConfirmRename,
  WithdrawRename,
  ConfirmName,
  Supersede,
  ReserveMainKey,
  ReleaseMainKey,
  RecordMainKey,
  ImportMainKey,
};
inline constexpr std::size_t kCommands = std::variant_size_v<Body>;
static_assert(static_cast<std::size_t>(CommandKind::ImportMainKey) + 1 == kCommands);

std::string_view name_of(CommandKind kind);

struct Command {
  std::string id;
  Actor by;
  Body body;
};

inline CommandKind kind_of(const Body& body) {
  return static_cast<CommandKind>(body.index());
}

}  // namespace vermilion::workflow::organisation
