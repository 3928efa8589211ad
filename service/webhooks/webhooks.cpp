#include "service/webhooks/webhooks.hpp"

#include "service/crypto/base64.hpp"
#include "service/crypto/digest.hpp"
#include "service/store/ledger/ledger.hpp"
#include "service/transport/endpoint.hpp"
#include "workflow/event.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <random>
#include <utility>

namespace vermilion::service::webhooks {
namespace {

using store::database::Database;
using store::database::Result;
using store::database::Transaction;

constexpr std::size_t kClientMax = 100;
constexpr std::size_t kUrlMax = 500;

bool is_event(std::string_view name) {
  for (std::size_t i = 1; i < workflow::kEvents; ++i) {  // nothing is no news
    if (workflow::name_of(static_cast<workflow::EventKind>(i)) == name) return true;
  }
  return false;
}

std::string new_id() {
  std::random_device random;
  return fmt::format("wh_{:08x}{:08x}{:08x}", random(), random(), random());
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(','));
    parts.emplace_back(part);
    text.remove_prefix(std::min(text.size(), part.size() + 1));
  }
  return parts;
}

}  // namespace

std::vector<Mistake> mistakes_in(const Wanted& wanted, Reach reach) {
  std::vector<Mistake> mistakes;
  if (wanted.client.empty() || wanted.client.size() > kClientMax) {
    mistakes.push_back({"/client", "写明由谁接收 (who listens there)"});
  }
  const auto endpoint = transport::endpoint_of(wanted.url);
  if (!endpoint || wanted.url.size() > kUrlMax) {
    mistakes.push_back({"/url", "须为 https 网址，不带参数 (an https address without a query)"});
  } else if (reach == Reach::Public && !endpoint->tls) {
    mistakes.push_back({"/url", "不可指向本机 (not an address of this machine)"});
  }
  for (std::size_t i = 0; i < wanted.events.size(); ++i) {
    if (is_event(wanted.events[i])) continue;
    mistakes.push_back({fmt::format("/events/{}", i), "没有这种事件 (there is no such event)"});
  }
  return mistakes;
}

std::string secret_of(std::string_view key, std::string_view id) {
  return "whsec_" + crypto::to_base64(crypto::hmac_sha256(key, fmt::format("webhook/{}", id)));
}

Result<Webhook> add(Database& database, const Wanted& wanted, const std::string& by) {
  Webhook made{.id = new_id(), .client = wanted.client, .url = wanted.url, .events = wanted.events};
  return database.transact([&](Transaction& transaction) {
    made.told = static_cast<std::int64_t>(store::ledger::head(transaction).number);
    const std::int64_t now = transaction.now_ms();
    transaction.run(
        "INSERT INTO webhooks (id, client, url, events, made_by, made_at_ms, told, run_at_ms,"
        " tries, fence, lease_until_ms, gone, reason)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0, 0, '')",
        {made.id, made.client, made.url, fmt::format("{}", fmt::join(made.events, ",")), by, now,
         made.told, now});
    return made;
  });
}

Result<std::vector<Webhook>> all(Database& database) {
  return database.read([](Transaction& transaction) {
    std::vector<Webhook> found;
    for (auto& [id, client, url, events, told, tries, reason, gone, dead] :
         transaction.rows<std::string, std::string, std::string, std::string, std::int64_t,
                          std::int64_t, std::string, std::int64_t, std::int64_t>(
             "SELECT id, client, url, events, told, tries, reason, gone,"
             " (SELECT COUNT(*) FROM webhook_dead_letters WHERE webhook = id)"
             " FROM webhooks ORDER BY made_at_ms, id")) {
      found.push_back({std::move(id), std::move(client), std::move(url), split(events), told, tries,
                       std::move(reason), gone != 0, dead});
    }
    return found;
  });
}

Result<bool> remove(Database& database, const std::string& id) {
  return database.transact([&](Transaction& transaction) {
    transaction.run("DELETE FROM webhook_dead_letters WHERE webhook = $1", {id});
    return transaction.row<std::string>("DELETE FROM webhooks WHERE id = $1 RETURNING id", {id})
        .has_value();
  });
}

}  // namespace vermilion::service::webhooks
