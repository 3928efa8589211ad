#pragma once

#include "service/store/orders/tables.hpp"
#include "workflow/order.hpp"
#include "workflow/organisation/organisation.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/working_days.hpp"

namespace vermilion::service::store::orders {

// What stands in the tables of an order: status, payment, whose turn it is and since when, its
// payments, refunds and certificates. No name, no number of a person. `changed_at_s` is the time of
// its last event.
[[nodiscard]] Rows rows_of(const workflow::Order& order, const workflow::ProjectTerms& terms,
                           const workflow::WorkingDays& calendar, std::int64_t changed_at_s);

[[nodiscard]] Rows rows_of(const workflow::organisation::Organisation& organisation);

}  // namespace vermilion::service::store::orders
