#pragma once

#include "service/http/message.hpp"
#include "service/payment/payment.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Where parcels are, by 快递100 (poll.kuaidi100.com): asked, and pushed once subscribed. Its
// signatures are MD5 over text and a shared key, which is why nothing that cannot be undone follows
// from what it says.
namespace vermilion::service::courier {

using payment::Distrust;
using payment::Instant;

struct Account {
  std::string customer;
  std::string key;
  std::string callback_url;
  std::string salt;  // of pushes
};

struct Parcel {
  std::string carrier;  // as applicants write it: "SF", "顺丰"
  std::string number;
  std::string phone;  // of sender or recipient; SF tells nobody else
};

enum class State : std::uint8_t {
  Unknown,    // not collected yet, or no such number
  Underway,   //
  Delivered,  // signed for
  Returned,   // or refused, or on its way back
  Trouble,    // the carrier says a person has to look
};

struct Tracked {
  std::string carrier;  // the word of 快递100: "shunfeng"
  std::string number;
  State state = State::Unknown;
  std::string place;  // the last thing the carrier said
  Instant at{};

  // The same for every repetition of the same news.
  [[nodiscard]] std::string id() const;
};

// "shunfeng" for "SF"; nothing for carriers whose word is not known: ask nobody, look by hand.
[[nodiscard]] std::optional<std::string_view> carrier_word(std::string_view carrier);

[[nodiscard]] http::Request query_request(const Account& account, const Parcel& parcel);
// That news of this parcel be pushed. Subscribed twice is subscribed.
[[nodiscard]] http::Request subscribe_request(const Account& account, const Parcel& parcel);

[[nodiscard]] tl::expected<Tracked, Distrust> read_tracked(const http::Answer& answer);
// True once subscribed; else 快递100's code for why not.
[[nodiscard]] tl::expected<void, std::string> read_subscribed(const http::Answer& answer);
// A push, a form of `param` and `sign`.
[[nodiscard]] tl::expected<Tracked, Distrust> read_push(std::string_view body,
                                                        const Account& account);

// To be answered to a push once it is stored.
inline constexpr std::string_view kStored =
    R"({"result":true,"returnCode":"200","message":"成功"})";

// "sign" of a query, and of a push; the other side's part, too.
[[nodiscard]] std::string query_sign(std::string_view param, const Account& account);
[[nodiscard]] std::string push_sign(std::string_view param, const Account& account);

}  // namespace vermilion::service::courier
