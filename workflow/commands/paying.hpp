#pragma once

#include "workflow/particulars.hpp"
#include "workflow/payment.hpp"

#include <string>

// Payments, refunds, invoices.
namespace vermilion::workflow::commands {

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

struct GiveInvoiceData {
  InvoiceData data;

  friend bool operator==(const GiveInvoiceData&, const GiveInvoiceData&) = default;
};

struct NoteInvoice {
  std::string number;

  friend bool operator==(const NoteInvoice&, const NoteInvoice&) = default;
};

}  // namespace vermilion::workflow::commands
