#pragma once

#include "service/store/orders/saying.hpp"
#include "workflow/organisation/organisation.hpp"

#include <optional>
#include <string>

namespace vermilion::service::accounts {

// The organisation as it stands in this transaction.
[[nodiscard]] inline workflow::organisation::Organisation organisation_of(
    const store::orders::Saying& saying, const std::string& credit_code) {
  return *store::orders::recall_organisation(saying.transaction, credit_code, saying.memory).state;
}

// The seat that has this number; without one that of the account's.
[[nodiscard]] std::optional<std::string> seat_with(
    const workflow::organisation::Organisation& organisation, const std::string& mobile);

}  // namespace vermilion::service::accounts
