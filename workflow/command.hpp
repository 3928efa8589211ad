#pragma once

#include "workflow/approval.hpp"
#include "workflow/instant.hpp"
#include "workflow/payment.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/role.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What can be said about an order. A command carries everything the decision needs that neither the
// order nor the facts know. Ids of new things come in with it and are unique among all orders:
// effects are marked by them.
namespace vermilion::workflow {

// A certificate as a person meets it: in a key.
struct Certificate {
  std::string serial;
  std::string key_id;
  Instant valid_until{};
  bool main_key = false;

  friend bool operator==(const Certificate&, const Certificate&) = default;
};

struct Person {
  std::string name;
  std::string mobile;

  friend bool operator==(const Person&, const Person&) = default;
};

struct Recipient {
  Person person;
  std::string address;

  friend bool operator==(const Recipient&, const Recipient&) = default;
};

enum class Delivery : std::uint8_t { Courier, Collection };

struct Parcel {
  std::string carrier;
  std::string number;

  friend bool operator==(const Parcel&, const Parcel&) = default;
};

struct InvoiceData {
  std::string title;
  std::string tax_id;  // empty for a person
  std::string email;

  friend bool operator==(const InvoiceData&, const InvoiceData&) = default;
};

// Applying

struct Begin {
  std::string order;
  std::string organisation;  // its credit code
  std::string organisation_name;
  std::string project;
  Operation operation = Operation::New;
  std::string variant;
  std::string agreement;                   // version accepted; empty: none
  bool scope_acknowledged = false;         // has read where the certificate is valid
  bool eligible = true;                    // no user type that is a matter for the hall
  std::optional<Certificate> chosen = {};  // to reissue or renew, as the applicant was shown it
  std::string typed_serial = {};           // typed by hand: this one is to be revoked
  unsigned keys_inserted = 0;              // what the browser saw, for a renewal
  int years = 0;                           // of a renewal
  std::string replaces = {};               // the order this one is begun instead of

  friend bool operator==(const Begin&, const Begin&) = default;
};

// Who fills in changes what stands on the templates, so those downloaded before are outdated.
struct FillForm {
  Person agent;
  Recipient recipient;

  friend bool operator==(const FillForm&, const FillForm&) = default;
};

struct ChangeRecipient {
  Recipient recipient;

  friend bool operator==(const ChangeRecipient&, const ChangeRecipient&) = default;
};

struct ChooseDelivery {
  Delivery delivery = Delivery::Courier;

  friend bool operator==(const ChooseDelivery&, const ChooseDelivery&) = default;
};

struct UploadDocument {
  std::string slot;
  std::string sha256;

  friend bool operator==(const UploadDocument&, const UploadDocument&) = default;
};

// What the QR code of a template says it was printed for.
struct TemplateMark {
  std::string order;
  unsigned generation = 0;

  friend bool operator==(const TemplateMark&, const TemplateMark&) = default;
};

struct NoteInspection {
  std::string slot;
  std::string sha256;
  std::vector<std::string> blocking = {};  // codes of findings that must not pass
  std::optional<TemplateMark> mark = {};   // unset: none was read

  friend bool operator==(const NoteInspection&, const NoteInspection&) = default;
};

struct NoteVerification {
  std::string order;  // the one in the code that was scanned
  bool passed = false;
  std::string channel = {};
  std::string reference = {};  // of the result; never the face itself

  friend bool operator==(const NoteVerification&, const NoteVerification&) = default;
};

struct Submit {
  friend bool operator==(const Submit&, const Submit&) = default;
};

struct Recall {
  friend bool operator==(const Recall&, const Recall&) = default;
};

enum class VoidReason : std::uint8_t {
  ApplicantGaveUp,
  WrongProject,
  WrongName,  // after a rename everything is done anew
  WrongCode,  // as if never registered
};

struct VoidOrder {
  VoidReason reason = VoidReason::ApplicantGaveUp;
  std::string replaced_by = {};

  friend bool operator==(const VoidOrder&, const VoidOrder&) = default;
};

// Reviewing

struct ClaimReview {
  friend bool operator==(const ClaimReview&, const ClaimReview&) = default;
};

struct ReleaseReview {
  friend bool operator==(const ReleaseReview&, const ReleaseReview&) = default;
};

struct DecideDocument {
  std::string slot;
  std::string sha256;  // of the scan that was looked at
  bool accepted = false;
  std::vector<std::string> reasons = {};

  friend bool operator==(const DecideDocument&, const DecideDocument&) = default;
};

struct Approve {
  friend bool operator==(const Approve&, const Approve&) = default;
};

struct Reject {
  bool wrong_project = false;  // only a new order helps

  friend bool operator==(const Reject&, const Reject&) = default;
};

// Two persons

struct AskSecondPerson {
  Matter matter = Matter::OverrideFinding;
  std::string reason;
  std::string digest;  // of the subject shown

  friend bool operator==(const AskSecondPerson&, const AskSecondPerson&) = default;
};

struct ConfirmAsSecond {
  Matter matter = Matter::OverrideFinding;
  std::string digest;

  friend bool operator==(const ConfirmAsSecond&, const ConfirmAsSecond&) = default;
};

struct WithdrawQuestion {
  Matter matter = Matter::OverrideFinding;

  friend bool operator==(const WithdrawQuestion&, const WithdrawQuestion&) = default;
};

// Paying

struct OpenPayment {
  std::string attempt;
  Channel channel = Channel::WeChat;

  friend bool operator==(const OpenPayment&, const OpenPayment&) = default;
};

struct ClosePayment {
  std::string attempt;

  friend bool operator==(const ClosePayment&, const ClosePayment&) = default;
};

// A notice of the channel, its signature checked, or the answer to a question asked of it.
struct NotePayment {
  std::string attempt;
  std::string transaction;
  Fen amount;
  Instant paid_at{};

  friend bool operator==(const NotePayment&, const NotePayment&) = default;
};

struct ReturnHeldPayment {
  std::string attempt;

  friend bool operator==(const ReturnHeldPayment&, const ReturnHeldPayment&) = default;
};

struct AskRefund {
  std::string refund;
  Fen amount;
  std::string reason;

  friend bool operator==(const AskRefund&, const AskRefund&) = default;
};

struct AttachRefundLetter {
  std::string sha256;

  friend bool operator==(const AttachRefundLetter&, const AttachRefundLetter&) = default;
};

struct WithdrawRefund {
  friend bool operator==(const WithdrawRefund&, const WithdrawRefund&) = default;
};

struct RefuseRefund {
  std::string reason;

  friend bool operator==(const RefuseRefund&, const RefuseRefund&) = default;
};

struct ApproveRefund {
  friend bool operator==(const ApproveRefund&, const ApproveRefund&) = default;
};

struct NoteRefund {
  std::string refund;
  bool arrived = false;

  friend bool operator==(const NoteRefund&, const NoteRefund&) = default;
};

struct RetryRefund {
  std::string refund;

  friend bool operator==(const RetryRefund&, const RetryRefund&) = default;
};

// Paper

struct EnterCourierNumber {
  Parcel parcel;

  friend bool operator==(const EnterCourierNumber&, const EnterCourierNumber&) = default;
};

struct NoteParcel {
  Parcel parcel;

  friend bool operator==(const NoteParcel&, const NoteParcel&) = default;
};

struct TakeFromQuarantine {
  friend bool operator==(const TakeFromQuarantine&, const TakeFromQuarantine&) = default;
};

struct PaperItem {
  std::string slot;
  bool good = false;
  std::string fault = {};   // why not
  unsigned generation = 0;  // printed on a template; 0: no template

  friend bool operator==(const PaperItem&, const PaperItem&) = default;
};

struct CheckPaper {
  std::vector<PaperItem> items;

  friend bool operator==(const CheckPaper&, const CheckPaper&) = default;
};

struct LogCall {
  bool reached = false;
  std::string note = {};

  friend bool operator==(const LogCall&, const LogCall&) = default;
};

// Making and handing out

struct StartMaking {
  friend bool operator==(const StartMaking&, const StartMaking&) = default;
};

struct NoteMakingFailed {
  std::string reason;

  friend bool operator==(const NoteMakingFailed&, const NoteMakingFailed&) = default;
};

struct NoteMade {
  Certificate certificate;

  friend bool operator==(const NoteMade&, const NoteMade&) = default;
};

struct NoteRevoked {
  std::string serial;

  friend bool operator==(const NoteRevoked&, const NoteRevoked&) = default;
};

struct ReportSealFault {
  std::string fault;

  friend bool operator==(const ReportSealFault&, const ReportSealFault&) = default;
};

struct NoteSealMade {
  friend bool operator==(const NoteSealMade&, const NoteSealMade&) = default;
};

struct Dispatch {
  Parcel parcel;

  friend bool operator==(const Dispatch&, const Dispatch&) = default;
};

struct HandOver {
  std::string fetched_by;
  std::string signature_sha256;  // of the record signed

  friend bool operator==(const HandOver&, const HandOver&) = default;
};

// Invoice

struct GiveInvoiceData {
  InvoiceData data;

  friend bool operator==(const GiveInvoiceData&, const GiveInvoiceData&) = default;
};

struct NoteInvoice {
  std::string number;

  friend bool operator==(const NoteInvoice&, const NoteInvoice&) = default;
};

// Renewing

struct StartDownload {
  std::string serial;
  std::string key_id;
  unsigned keys_inserted = 0;

  friend bool operator==(const StartDownload&, const StartDownload&) = default;
};

struct NoteDownloadFailed {
  std::string reason;

  friend bool operator==(const NoteDownloadFailed&, const NoteDownloadFailed&) = default;
};

struct NoteDownloaded {
  Certificate certificate;

  friend bool operator==(const NoteDownloaded&, const NoteDownloaded&) = default;
};

using Body =
    std::variant<Begin, FillForm, ChangeRecipient, ChooseDelivery, UploadDocument, NoteInspection,
                 NoteVerification, Submit, Recall, VoidOrder, ClaimReview, ReleaseReview,
                 DecideDocument, Approve, Reject, AskSecondPerson, ConfirmAsSecond,
                 WithdrawQuestion, OpenPayment, ClosePayment, NotePayment, ReturnHeldPayment,
                 AskRefund, AttachRefundLetter, WithdrawRefund, RefuseRefund, ApproveRefund,
                 NoteRefund, RetryRefund, EnterCourierNumber, NoteParcel, TakeFromQuarantine,
                 CheckPaper, LogCall, StartMaking, NoteMakingFailed, NoteMade, NoteRevoked,
                 ReportSealFault, NoteSealMade, Dispatch, HandOver, GiveInvoiceData, NoteInvoice,
                 StartDownload, NoteDownloadFailed, NoteDownloaded>;

// The alternatives of a Body, in its order.
enum class CommandKind : std::uint8_t {
  Begin,
  FillForm,
  ChangeRecipient,
  ChooseDelivery,
  UploadDocument,
  NoteInspection,
  NoteVerification,
  Submit,
  Recall,
  VoidOrder,
  ClaimReview,
  ReleaseReview,
  DecideDocument,
  Approve,
  Reject,
  AskSecondPerson,
  ConfirmAsSecond,
  WithdrawQuestion,
  OpenPayment,
  ClosePayment,
  NotePayment,
  ReturnHeldPayment,
  AskRefund,
  AttachRefundLetter,
  WithdrawRefund,
  RefuseRefund,
  ApproveRefund,
  NoteRefund,
  RetryRefund,
  EnterCourierNumber,
  NoteParcel,
  TakeFromQuarantine,
  CheckPaper,
  LogCall,
  StartMaking,
  NoteMakingFailed,
  NoteMade,
  NoteRevoked,
  ReportSealFault,
  NoteSealMade,
  Dispatch,
  HandOver,
  GiveInvoiceData,
  NoteInvoice,
  StartDownload,
  NoteDownloadFailed,
  NoteDownloaded
};
inline constexpr std::size_t kCommands = std::variant_size_v<Body>;
static_assert(static_cast<std::size_t>(CommandKind::NoteDownloaded) + 1 == kCommands);

// Stable: stored in events. "enter_courier_number"
std::string_view name_of(CommandKind kind);

struct Command {
  std::string id;  // given by whoever sends it; the same id a second time does nothing
  Actor by;
  Body body;
};

inline CommandKind kind_of(const Body& body) {
  return static_cast<CommandKind>(body.index());
}

}  // namespace vermilion::workflow
