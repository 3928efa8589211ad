#include "service/store/erasure/holds.hpp"

#include "service/store/ledger/ledger.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::store::erasure {
namespace {

using database::Transaction;
using nlohmann::json;

constexpr const char* kHolds = "holds";  // the stream
constexpr const char* kPlaced = "hold_placed";
constexpr const char* kLifted = "hold_lifted";

std::int64_t seconds(Instant at) {
  return at.time_since_epoch().count();
}

}  // namespace

void place_hold(Transaction& transaction, const std::string& order, const Hold& hold) {
  transaction.lock(kHolds);
  const json body{{"order", order}, {"by", hold.by}, {"matter", hold.matter}};
  ledger::append(transaction, {kHolds, kPlaced, body.dump(), seconds(hold.since)});
}

bool lift_hold(Transaction& transaction, const std::string& order, const std::string& by,
               Instant now) {
  transaction.lock(kHolds);
  if (!hold_on(transaction, order)) return false;
  const json body{{"order", order}, {"by", by}};
  ledger::append(transaction, {kHolds, kLifted, body.dump(), seconds(now)});
  return true;
}

std::optional<Hold> hold_on(Transaction& transaction, const std::string& order) {
  std::optional<Hold> hold;
  for (const ledger::Entry& entry : ledger::stream(transaction, kHolds)) {
    const json body = json::parse(entry.body, nullptr, false);
    if (!body.is_object() || body.value("order", "") != order) continue;
    if (entry.kind == kLifted) hold.reset();
    if (entry.kind != kPlaced) continue;
    hold = Hold{body.value("by", ""), body.value("matter", ""),
                Instant(std::chrono::seconds(entry.at_s))};
  }
  return hold;
}

}  // namespace vermilion::service::store::erasure
