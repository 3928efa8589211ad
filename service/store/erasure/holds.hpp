#pragma once

#include "service/store/database/transaction.hpp"
#include "service/store/erasure/retention.hpp"

#include <optional>
#include <string>

// Who has said that an order must not be erased. Entries of the ledger like everything else, in a
// stream of their own, so that nobody lifts a hold unseen.
namespace vermilion::service::store::erasure {

// Of a hold that is there already: by another name it is another reason and replaces it.
void place_hold(database::Transaction& transaction, const std::string& order, const Hold& hold);
// False: there is none.
bool lift_hold(database::Transaction& transaction, const std::string& order, const std::string& by,
               Instant now);

[[nodiscard]] std::optional<Hold> hold_on(database::Transaction& transaction,
                                          const std::string& order);

}  // namespace vermilion::service::store::erasure
