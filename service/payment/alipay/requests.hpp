#pragma once

#include "service/http/message.hpp"
#include "service/payment/alipay/application.hpp"
#include "service/payment/bill.hpp"
#include "service/payment/payment.hpp"

// Requests to Alipay, 当面付 by a code the payer scans, ready to be sent to openapi.alipay.com.
namespace vermilion::service::payment::alipay {

[[nodiscard]] http::Request charge_request(const Application& application, const Charge& charge,
                                           const Stamp& stamp);
[[nodiscard]] http::Request query_request(const Application& application, std::string_view attempt,
                                          const Stamp& stamp);
[[nodiscard]] http::Request close_request(const Application& application, std::string_view attempt,
                                          const Stamp& stamp);
[[nodiscard]] http::Request refund_request(const Application& application,
                                           const RefundOrder& refund, const Stamp& stamp);
[[nodiscard]] http::Request refund_query_request(const Application& application,
                                                 const RefundOrder& refund, const Stamp& stamp);
// Where the bill of a day in Beijing, "2026-11-21", can be fetched.
[[nodiscard]] http::Request bill_request(const Application& application, std::string_view day,
                                         const Stamp& stamp);

// The file itself, from where the answer to that said it lies: for half a minute, without a
// signature.
[[nodiscard]] http::Request bill_file_request(const BillFile& file);

}  // namespace vermilion::service::payment::alipay
