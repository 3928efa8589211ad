#pragma once

#include "service/http/message.hpp"
#include "service/payment/bill.hpp"
#include "service/payment/payment.hpp"
#include "service/payment/wechat/merchant.hpp"

#include <tl/expected.hpp>

#include <string>

// What comes from WeChat Pay, verified before a byte of it is believed.
namespace vermilion::service::payment::wechat {

// A callback. Answer it with 204 once it is stored, else with `refused()` and 4xx or 5xx: it comes
// again for a day.
[[nodiscard]] tl::expected<Notice, Distrust> read_notice(const http::Headers& headers,
                                                         std::string_view body,
                                                         const Merchant& merchant, Instant now);

// What a trade or a refund was answered to be. A trade WeChat Pay has never heard of is Unpaid and
// names no attempt.
[[nodiscard]] tl::expected<Notice, Distrust> read_trade(const http::Answer& answer,
                                                        const Merchant& merchant, Instant now);
[[nodiscard]] tl::expected<Notice, Distrust> read_refund(const http::Answer& answer,
                                                         const Merchant& merchant, Instant now);

// The text of the code to show, "weixin://…".
[[nodiscard]] tl::expected<std::string, Distrust> read_code_url(const http::Answer& answer,
                                                                const Merchant& merchant,
                                                                Instant now);

// Where the bill of a day lies; nowhere, with an empty url, when nothing was traded. The file
// itself is signed by nobody: it is believed by its digest.
[[nodiscard]] tl::expected<BillFile, Distrust> read_bill_file(const http::Answer& answer,
                                                              const Merchant& merchant,
                                                              Instant now);

[[nodiscard]] std::string refused(std::string_view why);

}  // namespace vermilion::service::payment::wechat
