#pragma once

#include "service/courier/courier.hpp"
#include "service/http/message.hpp"
#include "service/payment/alipay/application.hpp"
#include "service/payment/wechat/merchant.hpp"
#include "service/verification/verification.hpp"
#include "workflow/order.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

// Callbacks in: bytes as they came to a command. Whoever gives them also remembers the callback by
// provider and id, in the transaction that says the command, and answers the partner after it.
namespace vermilion::service::effects {

struct Heard {
  std::string provider;  // "wechat"
  std::string id;        // the same for every repetition
  // Whom it is about: an order, or an attempt to pay for one.
  std::string order;
  std::string attempt;
  // What is to be said. Nothing where the news changes nothing.
  std::optional<workflow::Command> say;
  // What came is no fact by itself, it may be older than what we know: ask the channel.
  bool ask = false;
};

using Hearing = tl::expected<Heard, payment::Distrust>;
using payment::Instant;

[[nodiscard]] Hearing hear_wechat(const http::Headers& headers, std::string_view body,
                                  const payment::wechat::Merchant& merchant, Instant now);
[[nodiscard]] Hearing hear_alipay(std::string_view body,
                                  const payment::alipay::Application& application);

// The order as it stands is looked up by the id in the notice, once that is believed.
using FindOrder = std::function<workflow::Order(const std::string& id)>;
[[nodiscard]] Hearing hear_verification(const http::Headers& headers, std::string_view body,
                                        const verification::Account& account, Instant now,
                                        const FindOrder& find);
// `order` is in the address that was subscribed.
[[nodiscard]] Hearing hear_courier(std::string_view body, const courier::Account& account,
                                   const workflow::Order& order);

}  // namespace vermilion::service::effects
