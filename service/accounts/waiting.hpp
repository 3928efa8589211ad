#pragma once

#include <chrono>

namespace vermilion::service::accounts {

// Whole seconds, never too few: who comes back then is let in.
[[nodiscard]] constexpr std::chrono::seconds seconds_of(std::chrono::milliseconds wait) {
  return std::chrono::ceil<std::chrono::seconds>(wait);
}

}  // namespace vermilion::service::accounts
