#pragma once

#include "service/store/ledger/ledger.hpp"
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

// The events of a stream, and the time of the last; none where the stream is erased.
template <class Event>
struct Log {
  std::vector<Event> events;
  std::int64_t last_at_s = 0;
  bool erased = false;
};
using OrderLog = Log<workflow::Event>;
using OrganisationLog = Log<workflow::organisation::Event>;

// What cannot be read breaks the transaction: an event is never skipped.
[[nodiscard]] OrderLog order_log(database::Transaction& transaction, std::string_view id);
[[nodiscard]] OrganisationLog organisation_log(database::Transaction& transaction,
                                               std::string_view credit_code);

ledger::Entry append(database::Transaction& transaction, std::string_view order,
                     const workflow::Event& event);
ledger::Entry append(database::Transaction& transaction, std::string_view credit_code,
                     const workflow::organisation::Event& event);

// An order as it stands; one that nobody has begun is one too. One that was erased is void and
// takes no command.
struct LoadedOrder {
  workflow::Order order;
  std::int64_t last_at_s = 0;
};
struct LoadedOrganisation {
  workflow::organisation::Organisation organisation;
  std::int64_t last_at_s = 0;
};
[[nodiscard]] LoadedOrder load_order(database::Transaction& transaction, const std::string& id);
// Its credit code is there also before anybody has registered it: effects are marked by it.
[[nodiscard]] LoadedOrganisation load_organisation(database::Transaction& transaction,
                                                   const std::string& credit_code);

}  // namespace vermilion::service::store::orders
