#pragma once

#include "service/store/database/transaction.hpp"

#include <span>
#include <string>
#include <string_view>

// Rows that know an order and name no blob: what it came to, what was asked and decided about it.
namespace vermilion::service::store::erasure {

// Tables with a column `order_id` whose rows go with the order. Those of scans, reports and forms
// go by named_rows; who of the staff saw which scan stays, as a law on audit trails asks.
[[nodiscard]] std::span<const std::string_view> tables_of_orders();

// Takes them away, with the jobs of its stream, the codes they fetched and what was learnt from the
// decisions on its documents.
void take_order_away(database::Transaction& transaction, const std::string& order);

}  // namespace vermilion::service::store::erasure
