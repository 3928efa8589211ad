#pragma once

#include "service/store/orders/saying.hpp"
#include "service/store/orders/tables.hpp"

namespace vermilion::service::store::orders {

// The rows that follow from the ledger as a whole.
[[nodiscard]] Rows rows_from_ledger(const Saying& saying);

}  // namespace vermilion::service::store::orders
