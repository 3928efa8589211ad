#include "service/scans/views.hpp"

#include "service/store/ledger/ledger.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace vermilion::service::scans {
namespace {

using accounts::Asker;
using accounts::Role;
using store::database::Transaction;
using workflow::Order;
using workflow::Stage;
using enum workflow::Stage;

constexpr const char* kViews = "views";  // the stream of the ledger
constexpr const char* kViewed = "image_viewed";

// The paper lies here and is held against what was uploaded.
constexpr workflow::Stages kPaperIsHere =
    PaperReceived | PaperWrong | AgentUnreachable | PaperRight | Making | SealSupplement;

bool is_own(const Asker& asker, const Order& order) {
  return asker.roles.contains(Role::Applicant) && !asker.organisation.empty() &&
         asker.organisation == order.organisation;
}

bool holds_the_case(const Asker& asker, const Order& order, workflow::Instant now) {
  return asker.roles.contains(Role::Reviewer) && order.stage == InReview &&
         order.claim.reviewer == asker.id && now < order.claim.until;
}

View view_of(std::tuple<std::int64_t, std::int64_t, std::string, std::string, std::string,
                        std::int64_t, std::string, std::string>
                 row) {
  auto& [number, at_s, viewer, order, slot, version, why, request] = row;
  return {number,          at_s,    std::move(viewer), std::move(order),
          std::move(slot), version, std::move(why),    std::move(request)};
}

}  // namespace

std::optional<std::string_view> reason_to_see(const Asker& asker, const Order& order,
                                              workflow::Instant now) {
  if (is_own(asker, order)) return kOwn;
  if (holds_the_case(asker, order, now)) return "review";
  if (asker.roles.contains(Role::Operator) && kPaperIsHere.contains(order.stage)) {
    return "paper_check";
  }
  if (asker.roles.contains(Role::Auditor)) return "audit";
  return std::nullopt;
}

// The digest of the scan is left out of the ledger: what it names is never swept away.
store::database::Result<void> note_view(store::database::Database& database, View view) {
  return database.transact([&](Transaction& transaction) {
    transaction.lock(kViews);
    const std::int64_t at_s = transaction.now_ms() / 1000;
    const nlohmann::json body{{"viewer", view.viewer}, {"order", view.order},
                              {"slot", view.slot},     {"version", view.version},
                              {"why", view.why},       {"request", view.request}};
    const auto entry = store::ledger::append(transaction, {kViews, kViewed, body.dump(), at_s});
    transaction.run(
        "INSERT INTO image_views (number, at_s, viewer, order_id, slot, version, why, request) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {entry.number, at_s, view.viewer, view.order, view.slot, view.version, view.why,
         view.request});
  });
}

store::database::Result<std::vector<View>> views(store::database::Database& database,
                                                 const ViewFilter& filter) {
  return database.read([&](Transaction& reading) {
    auto rows = reading.rows<std::int64_t, std::int64_t, std::string, std::string, std::string,
                             std::int64_t, std::string, std::string>(
        "SELECT number, at_s, viewer, order_id, slot, version, why, request FROM image_views "
        "WHERE (order_id = $1 OR $2 = 1) AND (viewer = $3 OR $4 = 1) AND (number < $5 OR $6 = 1) "
        "ORDER BY number DESC LIMIT $7",
        {filter.order, filter.order.empty() ? 1 : 0, filter.viewer, filter.viewer.empty() ? 1 : 0,
         filter.before.value_or(0), filter.before ? 0 : 1, filter.limit});
    std::vector<View> found;
    std::ranges::transform(rows, std::back_inserter(found),
                           [](auto& row) { return view_of(std::move(row)); });
    return found;
  });
}

}  // namespace vermilion::service::scans
