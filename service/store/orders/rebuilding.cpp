#include "service/store/orders/rebuilding.hpp"

#include "service/store/orders/certificates.hpp"
#include "service/store/orders/projection.hpp"
#include "service/store/orders/streams.hpp"

namespace vermilion::service::store::orders {
namespace {

using database::Transaction;

std::vector<std::string> streams(Transaction& transaction) {
  std::vector<std::string> names;
  for (auto& [name] : transaction.rows<std::string>(
           "SELECT stream FROM ledger WHERE position = 1 ORDER BY number")) {
    names.push_back(std::move(name));
  }
  return names;
}

Rows rows_of_stream(const Saying& saying, const std::string& stream) {
  if (stream.starts_with(kOrders)) {
    const LoadedOrder loaded = load_order(saying.transaction, stream.substr(kOrders.size()));
    if (loaded.order.version == 0) return {};
    return rows_of(loaded.order, *terms_of(saying.terms, loaded.order), saying.calendar,
                   loaded.last_at_s);
  }
  if (stream.starts_with(kOrganisations)) {
    return rows_of(
        load_organisation(saying.transaction, stream.substr(kOrganisations.size())).organisation);
  }
  Rows rows;
  if (stream != kImports) return rows;
  for (const ledger::Entry& entry : ledger::stream(saying.transaction, stream)) {
    rows.merge(rows_of(imported_of(entry.body)));
  }
  return rows;
}

}  // namespace

Rows rows_from_ledger(const Saying& saying) {
  Rows rows;
  for (const std::string& stream : streams(saying.transaction)) {
    rows.merge(rows_of_stream(saying, stream));
  }
  return rows;
}

}  // namespace vermilion::service::store::orders
