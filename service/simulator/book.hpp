#pragma once

#include "service/payment/payment.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the partners that are played know: plain values, in the order they were made.
namespace vermilion::service::simulator {

using payment::Instant;

enum class Channel : std::uint8_t { WeChat, Alipay };
[[nodiscard]] std::string_view name(Channel channel);  // "wechat"

struct Trade {
  enum class State : std::uint8_t { Unpaid, Paid, Closed };

  Channel channel = Channel::WeChat;
  std::string attempt;
  std::int64_t amount_fen = 0;
  std::string description;
  std::string notify_url;
  std::string code;  // the text shown
  Instant expires{};
  State state = State::Unpaid;
  std::string transaction;
  Instant paid_at{};
  std::int64_t refunded_fen = 0;
};

struct Refund {
  enum class State : std::uint8_t { Processing, Done, Failed };

  Channel channel = Channel::WeChat;
  std::string attempt;
  std::string number;
  std::int64_t amount_fen = 0;
  std::string notify_url;
  State state = State::Processing;
  Instant at{};
};

struct Text {
  std::string vendor;
  std::string phone;
  std::string template_id;
  std::string blanks;
  Instant at{};
};

struct Verification {
  enum class State : std::uint8_t { Pending, Passed, Failed };

  std::string order;
  std::string organisation;
  std::string consent;
  std::string notify_url;
  std::string reference;
  State state = State::Pending;
  Instant at{};
};

struct Parcel {
  std::string carrier;  // 快递100's word
  std::string number;
  std::string callback_url;
  std::string salt;
  std::string state = "0";  // 快递100's code
  std::string place;
  Instant at{};
};

using TradeKey = std::pair<Channel, std::string>;
using ParcelKey = std::pair<std::string, std::string>;

struct Book {
  std::map<TradeKey, Trade> trades;
  std::map<TradeKey, Refund> refunds;
  std::vector<Text> texts;
  std::map<std::string, Verification> verifications;  // by order
  std::map<ParcelKey, Parcel> parcels;
  std::uint64_t numbers = 0;    // given out so far
  bool refunds_at_once = true;  // else somebody presses a button
};

// A number nobody was given before: "42000000000000000001".
[[nodiscard]] std::string next_number(Book& book, std::string_view begins);

enum class Taken : std::uint8_t { New, Known, Differs, PaidAlready, ClosedAlready, Unfit };

// A charge asked for: the same again is known, with other values it differs.
Taken open_trade(Book& book, const Trade& wanted, Instant now);
// A refund asked for: the same number again is known.
Taken open_refund(Book& book, const Refund& wanted, Instant now);
Taken close_trade(Book& book, const TradeKey& key);

// The payer pays. False: there is nothing to pay.
bool pay(Book& book, const TradeKey& key, Instant now);
bool finish_refund(Book& book, const TradeKey& key, bool well, Instant now);

}  // namespace vermilion::service::simulator
