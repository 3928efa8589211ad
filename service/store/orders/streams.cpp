#include "service/store/orders/streams.hpp"

#include "service/store/record/record.hpp"
#include "workflow/fold.hpp"

#include <fmt/format.h>

namespace vermilion::service::store::orders {
namespace {

using database::ErrorKind;
using database::Transaction;
namespace org = workflow::organisation;

template <class Event, class ReadEvent>
Log<Event> log_of(Transaction& transaction, const std::string& stream, ReadEvent read) {
  Log<Event> log;
  for (const ledger::Entry& entry : ledger::stream(transaction, stream)) {
    log.erased = log.erased || entry.kind == ledger::kErased;
    if (entry.body.empty() || log.erased) continue;
    auto event = read(entry.body);
    if (!event) {
      Transaction::fail(ErrorKind::Schema, fmt::format("entry {} of the ledger cannot be read: {}",
                                                       entry.number, event.error()));
    }
    log.last_at_s = entry.at_s;
    log.events.push_back(std::move(*event));
  }
  if (log.erased) log.events.clear();
  return log;
}

template <class Event>
ledger::Entry append_to(Transaction& transaction, std::string stream, const Event& event) {
  std::string body = record::text_of(event);
  if (body.empty()) Transaction::fail(ErrorKind::Ours, "a text that is no UTF-8");
  const std::int64_t at_s = event.at.time_since_epoch().count();
  return ledger::append(
      transaction, {std::move(stream), std::string(name_of(event.kind)), std::move(body), at_s});
}

}  // namespace

std::string order_stream(std::string_view id) {
  return fmt::format("{}{}", kOrders, id);
}

std::string organisation_stream(std::string_view credit_code) {
  return fmt::format("{}{}", kOrganisations, credit_code);
}

OrderLog order_log(Transaction& transaction, std::string_view id) {
  return log_of<workflow::Event>(transaction, order_stream(id), record::event_of);
}

OrganisationLog organisation_log(Transaction& transaction, std::string_view credit_code) {
  return log_of<org::Event>(transaction, organisation_stream(credit_code),
                            record::organisation_event_of);
}

ledger::Entry append(Transaction& transaction, std::string_view order,
                     const workflow::Event& event) {
  return append_to(transaction, order_stream(order), event);
}

ledger::Entry append(Transaction& transaction, std::string_view credit_code,
                     const org::Event& event) {
  return append_to(transaction, organisation_stream(credit_code), event);
}

LoadedOrder load_order(Transaction& transaction, const std::string& id) {
  const OrderLog log = order_log(transaction, id);
  LoadedOrder loaded{workflow::fold(log.events), log.last_at_s};
  if (log.erased) {
    loaded.order.id = id;
    loaded.order.stage = workflow::Stage::Void;
    loaded.order.stage_before_void = workflow::Stage::Issued;
  }
  return loaded;
}

LoadedOrganisation load_organisation(Transaction& transaction, const std::string& credit_code) {
  const OrganisationLog log = organisation_log(transaction, credit_code);
  LoadedOrganisation loaded{org::fold(log.events), log.last_at_s};
  if (loaded.organisation.credit_code.empty()) loaded.organisation.credit_code = credit_code;
  return loaded;
}

}  // namespace vermilion::service::store::orders
