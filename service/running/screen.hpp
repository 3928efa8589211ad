#pragma once

#include "service/store/database/database.hpp"

#include <optional>
#include <string>

// The codes people pay and verify by, from whoever made them to whoever shows them.
namespace vermilion::service::running {

// What World::show is to do; the later one stands.
[[nodiscard]] store::database::Result<void> show(store::database::Database& database,
                                                 const std::string& key, const std::string& url);

// Of an attempt to pay; nothing where the channel has not answered yet.
[[nodiscard]] std::optional<std::string> payment_code(store::database::Transaction& transaction,
                                                      const std::string& attempt);
// Of an order, for its legal person.
[[nodiscard]] std::optional<std::string> verification_url(store::database::Transaction& transaction,
                                                          const std::string& order);

}  // namespace vermilion::service::running
