#pragma once

#include "service/payment/payment.hpp"

#include <optional>
#include <string>
#include <string_view>

// Both gateways write times as China has them: UTC+8, the year round.
namespace vermilion::service::payment {

// "2026-11-21T10:00:00+08:00"
[[nodiscard]] std::string rfc3339(Instant at);
[[nodiscard]] std::optional<Instant> from_rfc3339(std::string_view text);  // with any offset

// "2026-11-21 10:00:00"
[[nodiscard]] std::string beijing_time(Instant at);
[[nodiscard]] std::optional<Instant> from_beijing_time(std::string_view text);

}  // namespace vermilion::service::payment
