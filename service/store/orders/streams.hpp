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

using LoadedOrder = Loaded<workflow::Order>;
using LoadedOrganisation = Loaded<workflow::organisation::Organisation>;

// Folded lately by this program. As many as are worked on in a day, some kilobytes each.
struct Memory {
  Remembered<workflow::Order> orders{2000};
  Remembered<workflow::organisation::Organisation> organisations{1000};
};

// An order as it stands; one that nobody has begun is one too. One that was erased is void and
// takes no command. Without a memory all of its log is read.
[[nodiscard]] LoadedOrder load_order(database::Transaction& transaction, const std::string& id,
                                     Memory* memory = nullptr);
// Its credit code is there also before anybody has registered it: effects are marked by it.
[[nodiscard]] LoadedOrganisation load_organisation(database::Transaction& transaction,
                                                   const std::string& credit_code,
                                                   Memory* memory = nullptr);

}  // namespace vermilion::service::store::orders
