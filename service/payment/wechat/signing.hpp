#pragma once

#include "service/http/message.hpp"
#include "service/payment/payment.hpp"
#include "service/payment/wechat/merchant.hpp"

#include <tl/expected.hpp>

#include <string>

// WeChat Pay API v3: what is signed, both ways (WECHATPAY2-SHA256-RSA2048).
namespace vermilion::service::payment::wechat {

// The bytes of a request that our signature covers.
[[nodiscard]] std::string signed_text(const http::Request& request, const Stamp& stamp);

// The request with its Authorization.
[[nodiscard]] http::Request signed_request(http::Request request, const Merchant& merchant,
                                           const Stamp& stamp);

// Whether WeChat Pay sent these headers and this body, the bytes as they came, within five minutes
// of `now`.
[[nodiscard]] tl::expected<void, Distrust> verify(const http::Headers& headers,
                                                  std::string_view body, const Merchant& merchant,
                                                  Instant now);

}  // namespace vermilion::service::payment::wechat
