#pragma once

#include "workflow/command.hpp"
#include "workflow/stage.hpp"

#include <array>
#include <cstdint>
#include <string_view>

// What has happened to an order. An event is a command that was taken, and what it came to: nothing
// that was decided then is decided again when the log is read, however the table or the project's
// rules have changed since.
namespace vermilion::workflow {

enum class EventKind : std::uint8_t {
  Nothing,  // the command said what was known already
  Begun,
  FormFilled,
  RecipientChanged,
  DeliveryChosen,
  DocumentUploaded,
  DocumentInspected,

  VerificationPassed,
  VerificationFailed,
  Submitted,
  Recalled,
  Voided,
  ReviewClaimed,
  ReviewReleased,
  DocumentDecided,
  Approved,
  Rejected,
  SecondPersonAsked,
  SecondPersonConfirmed,
  QuestionWithdrawn,
  PaymentOpened,
  PaymentClosed,
  PaymentSettled,
  PaymentHeld,
  SurplusPaid,
  PaymentDisputed,
  HeldPaymentReturned,
  RefundAsked,
  RefundLetterAttached,
  RefundWithdrawn,
  RefundRefused,
  RefundApproved,
  RefundArrived,
  RefundFailed,
  RefundRetried,
  ParcelSent,
  ParcelQuarantined,
  QuarantineLifted,
  ParcelReceived,
  PaperAccepted,
  PaperFaulty,
  CallLogged,
  MakingStarted,
  MakingFailed,
  CertificateMade,
  CertificateRevoked,
  SealFaultFound,
  SupplementSent,
  SupplementReceived,
  SealMade,
  Dispatched,
  HandedOver,
  InvoiceDataGiven,
  InvoiceIssued,
  DownloadStarted,
  DownloadFailed,
  CertificateRenewed
};
inline constexpr std::size_t kEvents = static_cast<std::size_t>(EventKind::CertificateRenewed) + 1;

// Stable: stored. "parcel_quarantined"
std::string_view name_of(EventKind kind);

// Values of that moment which the command does not carry.
struct Pinned {
  Fen fee;                         // Begun (renewal), Approved
  std::string terms_digest = {};   // Begun, Submitted
  bool verification = false;       // Begun: has to be passed
  bool reserves_main_key = false;  // Begun
  bool template_bound = false;     // DocumentUploaded: the slot is for a form of this order
  Instant until{};                 // ReviewClaimed: end of the lease
  std::string subject = {};        // SecondPersonAsked: what the digest is of

  friend bool operator==(const Pinned&, const Pinned&) = default;
};

struct Event {
  EventKind kind = EventKind::Nothing;
  Stage to = Stage::NotBegun;  // where the order stood afterwards
  std::string command;         // its id
  Actor by;
  Instant at{};
  Body body;
  Pinned pinned;

  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace vermilion::workflow
