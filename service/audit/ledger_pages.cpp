#include "service/audit/ledger_pages.hpp"

#include "service/audit/order_state.hpp"
#include "service/store/ledger/ledger.hpp"
#include "service/store/orders/streams.hpp"
#include "workflow/fold.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

namespace vermilion::service::audit {
namespace {

using nlohmann::json;
using store::database::Transaction;
namespace ledger = store::ledger;
namespace orders = store::orders;

json value_at(const json& state, const std::string& path) {
  const json::json_pointer pointer(path);
  return state.contains(pointer) ? state.at(pointer) : json();
}

// The events of the orders of a page, each read once.
class Histories {
 public:
  explicit Histories(Transaction& transaction) : transaction_(transaction) {}

  std::vector<Changed> changes_of(const ledger::Entry& entry) {
    if (!entry.stream.starts_with(orders::kOrders)) return {};
    const auto& events = of(entry.stream.substr(orders::kOrders.size()));
    if (entry.position > events.size()) return {};  // erased since, or about to be
    const std::span all(events);
    return changes_between(state_of(workflow::fold(all.first(entry.position - 1))),
                           state_of(workflow::fold(all.first(entry.position))));
  }

 private:
  const std::vector<workflow::Event>& of(const std::string& order) {
    const auto found = histories_.find(order);
    if (found != histories_.end()) return found->second;
    return histories_[order] = orders::order_log(transaction_, order);
  }

  Transaction& transaction_;
  std::map<std::string, std::vector<workflow::Event>> histories_;
};

std::vector<ledger::Entry> entries_of(Transaction& transaction, const std::string& order,
                                      std::uint64_t after, int most) {
  if (order.empty()) {
    return ledger::entries(transaction, static_cast<std::int64_t>(after), most);
  }
  auto entries = ledger::stream(transaction, orders::order_stream(order));
  std::erase_if(entries, [&](const ledger::Entry& entry) { return entry.number <= after; });
  if (entries.size() > static_cast<std::size_t>(most))
    entries.resize(static_cast<std::size_t>(most));
  return entries;
}

}  // namespace

std::vector<Changed> changes_between(const json& before, const json& after) {
  std::vector<Changed> changes;
  for (const json& step : json::diff(before, after)) {
    std::string path = step.at("path").get<std::string>();
    if (path.ends_with("/-")) path.resize(path.size() - 2);  // appended: the list says it
    changes.push_back({path, value_at(before, path), value_at(after, path)});
  }
  std::ranges::sort(changes, {}, &Changed::path);
  const auto doubled = std::ranges::unique(changes);
  changes.erase(doubled.begin(), doubled.end());
  return changes;
}

std::vector<Entry> ledger_page(Transaction& transaction, const std::string& order,
                               std::uint64_t after, int most) {
  Histories histories(transaction);
  std::vector<Entry> page;
  for (const ledger::Entry& entry : entries_of(transaction, order, after, most)) {
    page.push_back({.number = entry.number,
                    .stream = entry.stream,
                    .position = entry.position,
                    .kind = entry.kind,
                    .at_s = entry.at_s,
                    .hash = entry.hash,
                    .erased = entry.body.empty(),
                    .body = json::parse(entry.body, nullptr, /*allow_exceptions=*/false),
                    .changes = histories.changes_of(entry)});
    if (page.back().body.is_discarded()) page.back().body = nullptr;
  }
  return page;
}

}  // namespace vermilion::service::audit
