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

}  // namespace vermilion::service::effects
