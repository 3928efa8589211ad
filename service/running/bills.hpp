#pragma once

#include "service/effects/billing.hpp"
#include "service/payment/bill.hpp"
#include "service/store/database/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

// What the gateways say they have moved in a day, held against what we know.
namespace vermilion::service::running {

struct Bill {
  std::string channel;  // "wechat"
  std::string day;      // in Beijing, "2026-11-21"
  std::int64_t read_at_ms = 0;
  std::vector<payment::Booking> booked;
  std::vector<payment::Difference> differences;
};

// The latest days first; empty channel: all.
[[nodiscard]] store::database::Result<std::vector<Bill>> bills(store::database::Database& database,
                                                               int most,
                                                               const std::string& channel = {});

// Fetches the bill of a day, holds it against the ledger, keeps both and raises an alarm for each
// difference. Once for a day: what is kept is given back.
[[nodiscard]] tl::expected<Bill, std::string> reconcile_day(store::database::Database& database,
                                                            const std::string& channel,
                                                            const std::string& day,
                                                            const effects::FetchBill& fetch);

}  // namespace vermilion::service::running
