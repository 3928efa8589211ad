#include "service/accounts/organisation_of.hpp"

#include <algorithm>

namespace vermilion::service::accounts {

std::optional<std::string> seat_with(const workflow::organisation::Organisation& organisation,
                                     const std::string& mobile) {
  const std::string& wanted = mobile.empty() ? organisation.mobile : mobile;
  const auto found = std::ranges::find_if(
      organisation.seats, [&](const auto& seat) { return seat.second.mobile == wanted; });
  if (found == organisation.seats.end()) return std::nullopt;
  return found->first;
}

}  // namespace vermilion::service::accounts
