#pragma once

#include "service/effects/cashier.hpp"
#include "service/payment/bill.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <string>
#include <vector>

// The bill of a day, fetched.
namespace vermilion::service::effects {

// The bookings of a day in Beijing, "2026-11-21"; else why there are none to be had.
using FetchBill =
    std::function<tl::expected<std::vector<payment::Booking>, std::string>(const std::string& day)>;

// Ready from ten o'clock of the next day on.
[[nodiscard]] FetchBill wechat_bills(payment::wechat::Merchant merchant, transport::Carrier carrier,
                                     Stamps stamps);

// Ready from nine o'clock on. The answer that says where the file lies is signed, the file is not:
// it is believed because it comes over TLS from the host that `files` goes to.
[[nodiscard]] FetchBill alipay_bills(payment::alipay::Application application,
                                     transport::Carrier gateway, transport::Carrier files,
                                     Stamps stamps);

}  // namespace vermilion::service::effects
