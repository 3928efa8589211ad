#pragma once

#include "service/store/database/transaction.hpp"

#include <set>
#include <string>

// Blobs that rows name besides the ledger: scans of before, reports, pictures, forms, evidence.
namespace vermilion::service::store::erasure {

// Takes the rows of an order away, and adds what they named to `ids`. Evidence among `ids` that the
// ledger names no longer goes with them.
void take_rows_away(database::Transaction& transaction, const std::string& order,
                    std::set<std::string>& ids);

[[nodiscard]] bool is_named_by_rows(database::Transaction& transaction, const std::string& id);

// All of them. Evidence counts for a day: by then the ledger names it, or nobody will.
void add_named_by_rows(database::Transaction& transaction, std::set<std::string>& ids);

}  // namespace vermilion::service::store::erasure
