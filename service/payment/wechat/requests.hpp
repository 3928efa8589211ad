#pragma once

#include "service/http/message.hpp"
#include "service/payment/bill.hpp"
#include "service/payment/payment.hpp"
#include "service/payment/wechat/merchant.hpp"

// Requests to WeChat Pay API v3, Native, ready to be sent to api.mch.weixin.qq.com.
namespace vermilion::service::payment::wechat {

// Asks for a code to show. Within the expiry the same charge may be asked for again.
[[nodiscard]] http::Request charge_request(const Merchant& merchant, const Charge& charge,
                                           const Stamp& stamp);
[[nodiscard]] http::Request query_request(const Merchant& merchant, std::string_view attempt,
                                          const Stamp& stamp);
[[nodiscard]] http::Request close_request(const Merchant& merchant, std::string_view attempt,
                                          const Stamp& stamp);
[[nodiscard]] http::Request refund_request(const Merchant& merchant, const RefundOrder& refund,
                                           const Stamp& stamp);
[[nodiscard]] http::Request refund_query_request(const Merchant& merchant, std::string_view refund,
                                                 const Stamp& stamp);
// The trades of a day in Beijing, "2026-11-21".
[[nodiscard]] http::Request bill_request(const Merchant& merchant, std::string_view day,
                                         const Stamp& stamp);
// The file itself, from where the answer to that said it lies.
[[nodiscard]] http::Request bill_file_request(const Merchant& merchant, const BillFile& file,
                                              const Stamp& stamp);

}  // namespace vermilion::service::payment::wechat
