#include "service/effects/reception.hpp"

#include "service/effects/asking_after.hpp"
#include "service/effects/charging.hpp"

namespace vermilion::service::effects {
namespace {

using store::database::Result;
using store::database::Transaction;

// A verification that nobody finished in a week has run out at the provider.
constexpr std::int64_t kVerificationLife_s = 7 * 24 * 3600;
// A code's life and the hour after it, in which it is still asked about.
constexpr std::int64_t kAttemptLife_s = 3 * 3600;

using Ids = std::vector<std::tuple<std::string>>;

Ids waiting(Transaction& transaction, int most) {
  const std::int64_t now = transaction.now_ms() / 1000;
  return transaction.rows<std::string>(
      "SELECT id FROM orders WHERE"
      " id IN (SELECT order_id FROM attempts WHERE state IN ('open', 'closed') AND opened_at > $1)"
      " OR id IN (SELECT order_id FROM refunds WHERE state = 'sending')"
      " OR (stage IN ('draft', 'rejected') AND changed_at > $2)"
      " ORDER BY since, id LIMIT $3",
      {now - kAttemptLife_s, now - kVerificationLife_s, std::int64_t{most}});
}

}  // namespace

Result<std::string> Reception::order_of(const Heard& heard) {
  if (!heard.order.empty()) return heard.order;
  return orders_.database().read([&](Transaction& transaction) {
    const auto row = transaction.row<std::string>("SELECT order_id FROM attempts WHERE id = $1",
                                                  {heard.attempt});
    return row ? std::get<0>(*row) : std::string();
  });
}

Reception::Answer Reception::take(const Heard& heard) {
  const auto order = order_of(heard);
  if (!order) return Answer::Broken;
  if (order->empty()) return Answer::Refused;
  if (heard.ask && !ask_after_one(*order)) return Answer::Broken;
  return heard.say ? say(*order, heard) : Answer::Stored;
}

Reception::Answer Reception::say(const std::string& order, const Heard& heard) {
  const auto said = orders_.say(order, *heard.say, {heard.provider, heard.id});
  if (!said) return Answer::Broken;
  return *said ? Answer::Stored : Answer::Refused;
}

Result<int> Reception::ask_after_one(const std::string& id) {
  const auto order = orders_.order(id);
  if (!order) return tl::unexpected(order.error());
  if (!waits_for_partners(*order, world_.stamps().now)) return 0;
  int news = 0;
  for (const auto& command : ask_after(*order, world_)) {
    const auto said = orders_.say(id, command);
    if (!said) return tl::unexpected(said.error());
    news += *said && !(*said)->events.empty() ? 1 : 0;
  }
  return news;
}

Result<int> Reception::ask_after_all(int most, const std::stop_token& stop) {
  const auto ids =
      orders_.database().read([&](Transaction& transaction) { return waiting(transaction, most); });
  if (!ids) return tl::unexpected(ids.error());
  int news = 0;
  for (const auto& [id] : *ids) {
    if (stop.stop_requested()) break;
    const auto one = ask_after_one(id);
    if (!one) return tl::unexpected(one.error());
    news += *one;
  }
  return news;
}

}  // namespace vermilion::service::effects
