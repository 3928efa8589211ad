#pragma once

#include "service/store/orders/remembered.hpp"
#include "workflow/order.hpp"
#include "workflow/organisation/organisation.hpp"

#include <string>
#include <string_view>
#include <vector>

// Orders and organisations as streams of the ledger.
namespace vermilion::service::store::orders {

[[nodiscard]] std::string order_stream(std::string_view id);                  // "order/O1"
[[nodiscard]] std::string organisation_stream(std::string_view credit_code);  // "organisation/…"
inline constexpr std::string_view kOrders = "order/";
inline constexpr std::string_view kOrganisations = "organisation/";

// The events of an order; none once it is erased. What cannot be read breaks the transaction: an
// event is never skipped.
[[nodiscard]] std::vector<workflow::Event> order_log(database::Transaction& transaction,
                                                     std::string_view id);

ledger::Entry append(database::Transaction& transaction, std::string_view order,
                     const workflow::Event& event);
ledger::Entry append(database::Transaction& transaction, std::string_view credit_code,
                     const workflow::organisation::Event& event);

// An order as it stands, all of its log read; one that nobody has begun is one too. One that was
// erased is void and takes no command.
struct LoadedOrder {
  workflow::Order order;
  std::int64_t last_at_s = 0;  // time of its last event
};
[[nodiscard]] LoadedOrder load_order(database::Transaction& transaction, const std::string& id);

struct LoadedOrganisation {
  workflow::organisation::Organisation organisation;
  std::int64_t last_at_s = 0;
};
// Its credit code is there also before anybody has registered it: effects are marked by it.
[[nodiscard]] LoadedOrganisation load_organisation(database::Transaction& transaction,
                                                   const std::string& credit_code);

// What this program has folded lately. As many as are worked on in a day, some kilobytes each.
struct Memory {
  Remembered<workflow::Order> orders{2000};
  Remembered<workflow::organisation::Organisation> organisations{1000};
};

// The same from what is remembered on: only what has happened since is read.
[[nodiscard]] Loaded<workflow::Order> recall_order(database::Transaction& transaction,
                                                   const std::string& id, Memory& memory);
[[nodiscard]] Loaded<workflow::organisation::Organisation> recall_organisation(
    database::Transaction& transaction, const std::string& credit_code, Memory& memory);

}  // namespace vermilion::service::store::orders
