#pragma once

#include "service/store/database/database.hpp"

#include <optional>
#include <string>

// Codes that people have to see on a screen, to pay or to verify by, from the moment an effect has
// asked a partner for them. In the database: whoever carried the effect out may be another process.
namespace vermilion::service::orders {

// For World::show. The last one counts.
[[nodiscard]] store::database::Result<void> keep_code(store::database::Database& database,
                                                      const std::string& effect,
                                                      const std::string& url);

// Nothing: the partner has not answered yet.
[[nodiscard]] std::optional<std::string> code_of_payment(store::database::Transaction& transaction,
                                                         const std::string& attempt);
[[nodiscard]] std::optional<std::string> code_of_verification(
    store::database::Transaction& transaction, const std::string& order);

}  // namespace vermilion::service::orders
