#pragma once

#include "service/http/message.hpp"
#include "service/payment/alipay/application.hpp"
#include "service/payment/bill.hpp"
#include "service/payment/payment.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

// What comes from Alipay, verified before a byte of it is believed.
namespace vermilion::service::payment::alipay {

// To be answered to a callback once it is stored, to the letter; anything else and it comes again.
inline constexpr std::string_view kStored = "success";

// A callback's body. A partial refund sends the trade as paid once more: its notice says Refunded,
// with what went back so far.
[[nodiscard]] tl::expected<Notice, Distrust> read_notice(std::string_view body,
                                                         const Application& application);

// What a trade was answered to be; one that nobody scanned yet is Unpaid.
[[nodiscard]] tl::expected<Notice, Distrust> read_trade(const http::Answer& answer,
                                                        const Application& application);

// To a refund, or to the question after it. Refunding where Alipay does not say the money moved.
[[nodiscard]] tl::expected<Notice, Distrust> read_refund(const http::Answer& answer,
                                                         const RefundOrder& asked,
                                                         const Application& application);

// The text of the code to show, "https://qr.alipay.com/…".
[[nodiscard]] tl::expected<std::string, Distrust> read_code_url(const http::Answer& answer,
                                                                const Application& application);

// Where the bill that was asked for lies; no address where there was nothing to bill.
[[nodiscard]] tl::expected<BillFile, Distrust> read_bill_file(const http::Answer& answer,
                                                              const Application& application);

}  // namespace vermilion::service::payment::alipay
