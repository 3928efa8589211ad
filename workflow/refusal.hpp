#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace vermilion::workflow {

// Why a command was not taken. Stable: people and programs quote them; retired, never reused. What
// each says to a person stands in messages/zh.json and en.json.
enum class RefusalCode : std::uint8_t {
  NotInThisStatus,
  NotYourPart,
  // Beginning an order
  ProjectNotOpen,
  HallOnly,
  NotOfferedNow,
  VariantUnknown,
  FeeNotSet,
  NotEligible,
  ScopeNotAcknowledged,
  AgreementNotAccepted,
  MainKeyExists,
  MainKeyReserved,
  CertificateUnknown,
  RevocationNotConfirmed,
  OneKeyOnly,
  RenewalWindow,
  YearsNotChosen,
  // Applying
  MobileNumber,
  RecipientIncomplete,
  SlotUnknown,
  VerifyFirst,
  DocumentAccepted,
  WrongProject,
  ScanReplaced,
  VerificationOfAnotherOrder,
  VerificationNotNeeded,
  FormIncomplete,
  DocumentsMissing,
  VerifyNotDone,
  FindingsBlock,
  RejectedNotReplaced,
  MainKeyLost,
  // Reviewing
  ClaimedByAnother,
  ClaimFirst,
  LeaseStillRuns,
  ReasonMissing,
  NotAllAccepted,
  NothingRejected,
  // Two persons
  SecondPersonIsFirst,
  ShownSomethingElse,
  ApprovalOutdated,
  NobodyAsked,
  NothingToOverride,
  SecondPersonMissing,
  // Paying
  PayNotYet,
  NoBankTransfer,
  ChannelNotOffered,
  IdTaken,
  AttemptUnknown,
  AttemptNotOpen,
  AttemptNotHeld,
  NotPaid,
  RefundRunning,
  RefundTooMuch,
  RefundTooLate,
  NoRefundAsked,
  RefundLetterMissing,
  RefundUnknown,
  RefundNotSent,
  RefundNotFailed,
  // Paper
  MailNotYet,
  CourierNumber,
  NothingQuarantined,
  PaperNotAllChecked,
  // Making and handing out
  CertificateNotNew,
  RevocationUnknown,
  NoSeal,
  SupplementMissing,
  SignatureMissing,
  // Invoice
  InvoiceDataIncomplete,
  InvoiceIssued,
  InvoiceNotDue,
  // Renewing
  WrongKey,
  // Organisations
  UserExists,
  CreditCode,
  NameMissing,
  CaptchaFailed,
  CodeTooSoon,
  CodeTooOften,
  NoCode,
  CodeExpired,
  CodeUsedUp,
  SamePhone,
  NoPhoneChange,
  MaterialMissing,
  NameIsNotThat,
  SameName,
  SeatUnknown,
  LastSeat,
  Superseded,
  NotRegistered,
  MainKeyNotReserved,
};
inline constexpr std::size_t kRefusals =
    static_cast<std::size_t>(RefusalCode::MainKeyNotReserved) + 1;

// "MAIL_NOT_YET"
std::string_view name_of(RefusalCode code);

using Words = std::map<std::string, std::string>;

struct Refusal {
  RefusalCode code = RefusalCode::NotInThisStatus;
  Words words;  // what the placeholders of its text stand for
};

}  // namespace vermilion::workflow
