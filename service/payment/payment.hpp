#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

// What the order server says to a payment gateway and hears from it, whichever it is. Money is
// counted in fen, times are UTC.
namespace vermilion::service::payment {

using Instant = std::chrono::sys_seconds;

// One try to pay for an order. An order has several; each is known to the gateway by its own
// number.
struct Charge {
  std::string attempt;  // 6 to 32 of digits, letters, `_` and `-`: what both gateways take
  std::int64_t amount_fen = 0;
  std::string description;  // what the payer reads
  Instant expires{};
};

struct RefundOrder {
  std::string attempt;
  std::string refund;  // the same number refunds once, however often it is sent
  std::int64_t paid_fen = 0;
  std::int64_t refund_fen = 0;
  std::string reason;
};

// What a request takes from the world. The nonce never repeats.
struct Stamp {
  Instant now{};
  std::string nonce;
};

// What a gateway reports about an attempt or a refund, called back or asked.
enum class State : std::uint8_t {
  Unpaid,        // also while the payer types
  Paid,          //
  Closed,        // nobody can pay it any more, or everything paid was refunded
  Refunding,     // accepted, not done
  Refunded,      //
  RefundFailed,  // final: another refund number is needed
  RefundStuck,   // not final: a person has to look
};

struct Notice {
  std::string id;  // the same for every repetition; what was answered instead carries none
  State state = State::Unpaid;
  std::string attempt;
  std::string transaction;      // the gateway's number
  std::string refund;           // of a refund
  std::int64_t amount_fen = 0;  // paid, or refunded
  Instant at{};                 // when it happened; the epoch where the gateway does not say
};

// Why a notice is not believed. Each is a reason to answer "fail" and to log, never to change an
// order.
enum class Distrust : std::uint8_t {
  Incomplete,    // a header or member is missing, twice, or not of its kind
  Stale,         // signed too long ago, or in the future
  UnknownKey,    // signed with a key we do not hold
  BadSignature,  //
  Sealed,        // cannot be opened with our key
  Foreign,       // of another merchant or application
};

[[nodiscard]] std::string_view name(Distrust distrust);

}  // namespace vermilion::service::payment
