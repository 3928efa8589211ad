#include "service/store/orders/streams.hpp"

#include "service/store/record/record.hpp"
#include "workflow/fold.hpp"

#include <fmt/format.h>

#include <type_traits>

namespace vermilion::service::store::orders {
namespace {

using database::ErrorKind;
using database::Transaction;
namespace org = workflow::organisation;

template <class Event>
Event event_in(const ledger::Entry& entry, record::Read<Event> (*read)(std::string_view)) {
  auto event = read(entry.body);
  if (!event) {
    Transaction::fail(ErrorKind::Schema, fmt::format("entry {} of the ledger cannot be read: {}",
                                                     entry.number, event.error()));
  }
  return std::move(*event);
}

template <class Event>
ledger::Entry append_to(Transaction& transaction, std::string stream, const Event& event) {
  std::string body = record::text_of(event);
  if (body.empty()) Transaction::fail(ErrorKind::Ours, "a text that is no UTF-8");
  const std::int64_t at_s = event.at.time_since_epoch().count();
  return ledger::append(
      transaction, {std::move(stream), std::string(name_of(event.kind)), std::move(body), at_s});
}

workflow::Order erased_order(const std::string& id) {
  workflow::Order order;
  order.id = id;
  order.stage = workflow::Stage::Void;
  order.stage_before_void = workflow::Stage::Issued;
  return order;
}

// How streams of one kind are read.
template <class State, class Event>
struct Reading {
  record::Read<Event> (*read)(std::string_view);
  State nothing;  // before the first event
  State erased;
};

using ReadingOrder = Reading<workflow::Order, workflow::Event>;
using ReadingOrganisation = Reading<org::Organisation, org::Event>;

ReadingOrder reading_order(const std::string& id) {
  return {record::event_of, {}, erased_order(id)};
}

ReadingOrganisation reading_organisation(const std::string& credit_code) {
  org::Organisation nobody;
  nobody.credit_code = credit_code;
  return {record::organisation_event_of, nobody, nobody};
}

// From the state that is remembered on, if the stream still leads through it.
template <class State, class Event>
Loaded<State> load(Transaction& transaction, const std::string& stream,
                   const Reading<State, Event>& reading,
                   std::type_identity_t<Remembered<State>>* memory) {
  const ledger::Head head = ledger::head_of(transaction, stream);
  Loaded<State> known = memory == nullptr ? Loaded<State>{} : memory->find(stream);
  if (known.state != nullptr && known.head == head) return known;

  auto entries = ledger::stream(transaction, stream, known.head.number);
  const bool leads_on = known.state != nullptr && !entries.empty() &&
                        entries.front().stream_previous == known.head.hash;
  if (known.state != nullptr && !leads_on) {
    known = {};
    entries = ledger::stream(transaction, stream);
  }
  State state = leads_on ? *known.state : reading.nothing;
  bool erased = false;
  for (const ledger::Entry& entry : entries) {
    erased = erased || entry.kind == ledger::kErased || entry.body.empty();
    if (!erased) fold(state, event_in(entry, reading.read));
    known.last_at_s = entry.at_s;
    known.head = {entry.position, entry.hash};
  }
  known.state = std::make_shared<const State>(erased ? reading.erased : std::move(state));
  if (memory != nullptr && !entries.empty()) memory->keep(stream, known);
  return known;
}

}  // namespace

std::string order_stream(std::string_view id) {
  return fmt::format("{}{}", kOrders, id);
}

std::string organisation_stream(std::string_view credit_code) {
  return fmt::format("{}{}", kOrganisations, credit_code);
}

std::vector<workflow::Event> order_log(Transaction& transaction, std::string_view id) {
  std::vector<workflow::Event> events;
  for (const ledger::Entry& entry : ledger::stream(transaction, order_stream(id))) {
    if (entry.kind == ledger::kErased) return {};
    if (!entry.body.empty()) events.push_back(event_in(entry, record::event_of));
  }
  return events;
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
  const auto loaded = load(transaction, order_stream(id), reading_order(id), nullptr);
  return {*loaded.state, loaded.last_at_s};
}

LoadedOrganisation load_organisation(Transaction& transaction, const std::string& credit_code) {
  const auto loaded = load(transaction, organisation_stream(credit_code),
                           reading_organisation(credit_code), nullptr);
  return {*loaded.state, loaded.last_at_s};
}

Loaded<workflow::Order> recall_order(Transaction& transaction, const std::string& id,
                                     Memory& memory) {
  return load(transaction, order_stream(id), reading_order(id), &memory.orders);
}

Loaded<org::Organisation> recall_organisation(Transaction& transaction,
                                              const std::string& credit_code, Memory& memory) {
  return load(transaction, organisation_stream(credit_code), reading_organisation(credit_code),
              &memory.organisations);
}

}  // namespace vermilion::service::store::orders
