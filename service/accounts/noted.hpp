#pragma once

#include "service/store/database/transaction.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

namespace vermilion::service::accounts {

// What happened to accounts of the staff, as entries of the ledger in a stream of their own; ids,
// roles and logins, no password and no address. In the transaction in which it happens, and last.
inline constexpr std::string_view kAccountsStream = "accounts";
void note(store::database::Transaction& transaction, std::string_view kind,
          const nlohmann::ordered_json& body);

}  // namespace vermilion::service::accounts
