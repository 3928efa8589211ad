#pragma once

#include "workflow/money.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

// What is to be done outside because of an event. Somebody else does it, at least once and with
// `key` as the mark by which the second time is known.
namespace vermilion::workflow {

enum class EffectKind : std::uint8_t {
  MakeForms,          // the templates of this order and generation
  StartVerification,  // a code for the legal person, bound to the order
  QueueInspection,    // of a scan
  SendSms,            // words["notice"] names the text
  CreatePayment,      // a QR code at the channel
  ClosePayment,       // at the channel
  RefundPayment,      // the same key is the same refund at the channel, too
  RaiseAlarm,         // staff must look
  MakeRefundLetter,   // 退款申请函, with the e-mail address in its footer
  CallAgent,          // a task for the post room or service
  TrackParcel,
  ReserveMainKey,
  ReleaseMainKey,
  RecordMainKey,  // issued: never free again
  IssueCertificate,
  RevokeCertificate,
  IssueInvoice,
};
inline constexpr std::size_t kEffects = static_cast<std::size_t>(EffectKind::IssueInvoice) + 1;

std::string_view name_of(EffectKind kind);

struct Effect {
  EffectKind kind = EffectKind::SendSms;
  std::string key;
  std::map<std::string, std::string> words;
  Fen amount;  // of payments and refunds

  friend bool operator==(const Effect&, const Effect&) = default;
};

}  // namespace vermilion::workflow
