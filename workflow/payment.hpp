#pragma once

#include "workflow/instant.hpp"
#include "workflow/money.hpp"
#include "workflow/project_terms.hpp"

#include <cstdint>
#include <string>

// Money coming in and going back.
namespace vermilion::workflow {

// One QR code shown. An order may have many, of which at most one is settled.
struct Attempt {
  enum class State : std::uint8_t {
    Open,
    Closed,   // asked to be closed; may still turn out paid
    Settled,  // this one counts
    Surplus,  // paid when nothing was owed; goes back by itself
    Held,     // paid, but not the amount asked for; a person decides
  };

  std::string id;
  Channel channel = Channel::WeChat;
  Fen amount;
  State state = State::Open;
  Fen paid;
  std::string transaction;  // the channel's own number
  Instant opened_at{};
  Instant paid_at{};

  friend bool operator==(const Attempt&, const Attempt&) = default;
};

struct Refund {
  enum class State : std::uint8_t { Asked, Sending, Sent, Failed, Refused, Withdrawn };

  std::string id;
  std::string attempt;
  Fen amount;
  State state = State::Asked;
  bool by_itself = false;  // of a surplus or held payment; nobody asked for it
  std::string reason;
  std::string letter_sha256;  // 退款申请函, stamped; empty: not yet there
  unsigned tries = 0;
  Instant since{};

  friend bool operator==(const Refund&, const Refund&) = default;
};

// What the ids of refunds nobody asked for begin with; the id of the attempt follows.
inline constexpr const char* kRefundByItself = "auto-";

// Money is on its way back or has arrived there.
constexpr bool takes_money(Refund::State state) {
  return state == Refund::State::Sending || state == Refund::State::Sent ||
         state == Refund::State::Failed;
}

}  // namespace vermilion::workflow
