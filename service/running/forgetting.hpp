#pragma once

#include "service/store/database/database.hpp"

#include <array>
#include <chrono>
#include <string_view>

// What goes because it is old, whatever became of the order it is about. What an order is erased
// with, goes before.
namespace vermilion::service::running {

struct Period {
  std::string_view table;
  std::string_view at_ms;  // when it was written, in milliseconds since 1970
  std::chrono::days kept;
  std::string_view source;
};

// Years have 366 days, as in the retention of orders.
inline constexpr std::array kPeriods{
    Period{"codes", "at * 1000", std::chrono::days{30},
           "a code to pay by lives two hours, one to verify by a week"},
    Period{"alarms", "at_ms", std::chrono::days{3 * 366},
           "电子商务法 第三十一条: what was paid is known for three years, and what went wrong "
           "with it"},
    Period{"bills", "read_at_ms", std::chrono::days{10 * 366},
           "会计档案管理办法 附表: 银行对账单 十年"},
};

// Everything whose period is over; how many rows.
[[nodiscard]] store::database::Result<int> forget_old(store::database::Database& database);

}  // namespace vermilion::service::running
