#pragma once

#include "service/payment/bill.hpp"
#include "service/store/database/transaction.hpp"
#include "workflow/working_days.hpp"

#include <string>
#include <vector>

namespace vermilion::service::running {

// What we know of a day in Beijing at one channel: payments by when the gateway says they were
// made, refunds by when we heard that they arrived.
[[nodiscard]] std::vector<payment::Booking> known_bookings(
    store::database::Transaction& transaction, const std::string& channel, workflow::Day first,
    workflow::Day last);

}  // namespace vermilion::service::running
