#pragma once

#include "workflow/commands/applying.hpp"
#include "workflow/commands/handling.hpp"
#include "workflow/commands/paying.hpp"
#include "workflow/commands/renewing.hpp"
#include "workflow/commands/reviewing.hpp"
#include "workflow/role.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

// What can be said about an order. A command carries everything the decision needs that neither the
// order nor the facts know. Ids of new things come in with it and are unique among all orders:
// effects are marked by them.
namespace vermilion::workflow {

using namespace commands;

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
