#pragma once

#include "service/http/message.hpp"
#include "service/payment/payment.hpp"
#include "service/simulator/book.hpp"
#include "service/simulator/sides.hpp"

#include <optional>
#include <string>

// Each partner as a function: a request as it came, what the partner knows, the answer. They verify
// our signatures and sign what they say, with the formats of the ports' own rooms.
namespace vermilion::service::simulator {

using payment::Stamp;

// A callback: where to, and what.
struct Callback {
  std::string url;
  http::Request request;
};

[[nodiscard]] http::Answer play_wechat(const http::Request& request, Book& book,
                                       const WeChatSide& side, const Stamp& stamp);
[[nodiscard]] Callback wechat_callback(const Trade& trade, const WeChatSide& side,
                                       const Stamp& stamp);
[[nodiscard]] Callback wechat_callback(const Refund& refund, const Trade& trade,
                                       const WeChatSide& side, const Stamp& stamp);

[[nodiscard]] http::Answer play_alipay(const http::Request& request, Book& book,
                                       const AlipaySide& side, const Stamp& stamp);
// Refunds tell the trade once more, with what went back so far.
[[nodiscard]] Callback alipay_callback(const Trade& trade, const Refund* refund,
                                       const AlipaySide& side, const Stamp& stamp);

[[nodiscard]] http::Answer play_aliyun(const http::Request& request, Book& book,
                                       const sms::aliyun::Account& side, const Stamp& stamp);
[[nodiscard]] http::Answer play_tencent(const http::Request& request, Book& book,
                                        const sms::tencent::Account& side, const Stamp& stamp);

[[nodiscard]] http::Answer play_verification(const http::Request& request, Book& book,
                                             const verification::Account& side, const Stamp& stamp);
[[nodiscard]] Callback verification_callback(const Verification& verification,
                                             const verification::Account& side, const Stamp& stamp);

[[nodiscard]] http::Answer play_courier(const http::Request& request, Book& book,
                                        const courier::Account& side);
[[nodiscard]] Callback courier_callback(const Parcel& parcel);

}  // namespace vermilion::service::simulator
