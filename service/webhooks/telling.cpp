#include "service/webhooks/telling.hpp"

#include "service/crypto/base64.hpp"
#include "service/crypto/digest.hpp"
#include "service/store/ledger/ledger.hpp"
#include "service/store/orders/streams.hpp"
#include "service/store/record/record.hpp"
#include "service/transport/client.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace vermilion::service::webhooks {
namespace {

using store::database::Database;
using store::database::Result;
using store::database::Transaction;

constexpr int kEntries = 500;  // of the ledger, looked through at once
constexpr std::chrono::seconds kExchange{5};
constexpr int kGone = 410;  // Standard Webhooks: never again

// One that is due, ours until its lease runs out.
struct Claim {
  std::string id;
  std::string url;
  std::string events;
  std::int64_t told = 0;
  std::int64_t tries = 0;
  std::int64_t fence = 0;
};

std::optional<Claim> claim_one(Transaction& transaction, const Habits& habits) {
  const std::int64_t now = transaction.now_ms();
  auto row = transaction.row<std::string, std::string, std::string, std::int64_t, std::int64_t,
                             std::int64_t>(
      "UPDATE webhooks SET fence = fence + 1, lease_until_ms = $1 WHERE id ="
      " (SELECT id FROM webhooks WHERE gone = 0 AND run_at_ms <= $2 AND lease_until_ms <= $2"
      " AND told < (SELECT COALESCE(MAX(number), 0) FROM ledger) ORDER BY run_at_ms, id LIMIT 1)"
      " AND lease_until_ms <= $2 RETURNING id, url, events, told, tries, fence",
      {now + habits.lease.count(), now});
  if (!row) return std::nullopt;
  auto& [id, url, events, told, tries, fence] = *row;
  return Claim{std::move(id), std::move(url), std::move(events), told, tries, fence};
}

// Looking costs no lock; most looks find nothing.
bool is_any_due(Transaction& transaction) {
  return transaction
      .row<std::string>(
          "SELECT id FROM webhooks WHERE gone = 0 AND run_at_ms <= $1 AND lease_until_ms <= $1"
          " AND told < (SELECT COALESCE(MAX(number), 0) FROM ledger) LIMIT 1",
          {transaction.now_ms()})
      .has_value();
}

bool wants(const Claim& claim, const std::string& event) {
  return claim.events.empty() ||
         fmt::format(",{},", claim.events).find("," + event + ",") != std::string::npos;
}

std::optional<News> news_in(const store::ledger::Entry& entry, const Claim& claim) {
  using store::orders::kOrders;
  if (!entry.stream.starts_with(kOrders) || !wants(claim, entry.kind)) return std::nullopt;
  const auto event = store::record::event_of(entry.body);
  if (!event) return std::nullopt;  // erased
  return News{.id = fmt::format("msg_{}_{}", claim.id.substr(3), entry.number),
              .event = entry.kind,
              .order = entry.stream.substr(kOrders.size()),
              .stage = std::string(workflow::name_of(event->to)),
              .number = static_cast<std::int64_t>(entry.number),
              .at_s = entry.at_s};
}

// The next entry the webhook wants to hear of, and how far nothing was for it.
struct Next {
  std::optional<News> news;
  std::int64_t passed = 0;
};

Next next_of(Transaction& transaction, const Claim& claim) {
  Next next{.passed = claim.told};
  for (const auto& entry : store::ledger::entries(transaction, claim.told, kEntries)) {
    next.news = news_in(entry, claim);
    if (next.news) break;
    next.passed = static_cast<std::int64_t>(entry.number);
  }
  return next;
}

// Nobody else has claimed it since.
constexpr const char* kIsStillOurs = " WHERE id = $1 AND fence = $2";

void go_on(Transaction& transaction, const Claim& claim, std::int64_t told) {
  transaction.run(
      fmt::format("UPDATE webhooks SET told = $3, lease_until_ms = 0, run_at_ms = $4, tries = $5,"
                  " reason = ''{}",
                  kIsStillOurs),
      {claim.id, claim.fence, told, transaction.now_ms(), std::int64_t{0}});
}

void pass(Transaction& transaction, const Claim& claim, std::int64_t told) {
  transaction.run(fmt::format("UPDATE webhooks SET told = $3, lease_until_ms = 0{}", kIsStillOurs),
                  {claim.id, claim.fence, told});
}

void bury(Transaction& transaction, const Claim& claim, const News& news,
          const std::string& reason) {
  transaction.run(
      "INSERT INTO webhook_dead_letters (webhook, number, event, order_id, at_ms, reason)"
      " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (webhook, number) DO NOTHING",
      {claim.id, news.number, news.event, news.order, transaction.now_ms(), reason});
}

std::int64_t pause_ms(const Habits& habits, std::int64_t tries) {
  const auto doublings = std::min<std::int64_t>(tries - 1, 20);
  return std::min<std::int64_t>(habits.pause.count() << doublings, habits.longest_pause.count());
}

void fail(Transaction& transaction, const Claim& claim, const News& news, const Habits& habits,
          const std::string& reason) {
  const std::int64_t tries = std::min<std::int64_t>(claim.tries + 1, habits.tries);
  const bool is_over = tries == habits.tries;
  const auto ours = transaction.row<std::string>(
      fmt::format("UPDATE webhooks SET told = $3, lease_until_ms = 0, run_at_ms = $4, tries = $5,"
                  " reason = $6{} RETURNING id",
                  kIsStillOurs),
      {claim.id, claim.fence, is_over ? news.number : news.number - 1,
       transaction.now_ms() + pause_ms(habits, tries), tries, reason});
  if (ours && is_over) bury(transaction, claim, news, reason);
}

void leave(Transaction& transaction, const Claim& claim) {
  transaction.run(fmt::format("UPDATE webhooks SET gone = 1, lease_until_ms = 0,"
                              " reason = 'answered 410'{}",
                              kIsStillOurs),
                  {claim.id, claim.fence});
}

// What the program behind it answered; why not, where it did not.
tl::expected<int, std::string> told(const Claim& claim, const News& news, std::string_view key,
                                    const CarrierTo& carrier_to, std::int64_t now_s) {
  const auto carrier = carrier_to(claim.url);
  if (!carrier) return tl::unexpected(carrier.error());
  const auto answer = (*carrier)(request_of(news, secret_of(key, claim.id), now_s));
  if (!answer) return tl::unexpected(answer.error().reason);
  return answer->status;
}

bool is_taken(const tl::expected<int, std::string>& status) {
  return status && *status >= 200 && *status < 300;
}

void end(Transaction& transaction, const Claim& claim, const News& news, const Habits& habits,
         const tl::expected<int, std::string>& status) {
  if (is_taken(status)) {
    go_on(transaction, claim, news.number);
  } else if (status && *status == kGone) {
    leave(transaction, claim);
  } else {
    fail(transaction, claim, news, habits,
         status ? fmt::format("answered {}", *status) : status.error());
  }
}

// One entry of one webhook.
struct Telling {
  Database& database;
  const CarrierTo& carrier_to;
  std::string_view key;
  const Habits& habits;

  Result<bool> tell_one() const {
    const auto claim =
        database.transact([&](Transaction& transaction) { return claim_one(transaction, habits); });
    if (!claim) return tl::unexpected(claim.error());
    if (!*claim) return false;
    const auto next =
        database.read([&](Transaction& transaction) { return next_of(transaction, **claim); });
    if (!next) return tl::unexpected(next.error());
    return next->news ? tell(**claim, *next->news) : passed(**claim, next->passed);
  }

  Result<bool> tell(const Claim& claim, const News& news) const {
    const auto now = database.read([](Transaction& transaction) { return transaction.now_ms(); });
    if (!now) return tl::unexpected(now.error());
    const auto status = told(claim, news, key, carrier_to, *now / 1000);
    return database.transact([&](Transaction& transaction) {
      end(transaction, claim, news, habits, status);
      return is_taken(status);
    });
  }

  Result<bool> passed(const Claim& claim, std::int64_t number) const {
    return database.transact([&](Transaction& transaction) {
      pass(transaction, claim, number);
      return false;
    });
  }
};

}  // namespace

http::Request request_of(const News& news, std::string_view secret, std::int64_t now_s) {
  const nlohmann::ordered_json json{
      {"type", "order." + news.event},
      {"number", news.number},
      {"at", news.at_s},
      {"data", {{"order", news.order}, {"event", news.event}, {"stage", news.stage}}}};
  const std::string body = json.dump();
  const auto key = crypto::from_base64(secret.substr(secret.find('_') + 1)).value_or("");
  const auto signature = crypto::hmac_sha256(key, fmt::format("{}.{}.{}", news.id, now_s, body));
  return {"POST",
          "/",
          {{"Content-Type", "application/json"},
           {"webhook-id", news.id},
           {"webhook-timestamp", std::to_string(now_s)},
           {"webhook-signature", "v1," + crypto::to_base64(signature)}},
          body};
}

CarrierTo carrier_by(Reach reach) {
  return [reach](const std::string& url) -> tl::expected<transport::Carrier, std::string> {
    auto endpoint = transport::endpoint_of(url);
    if (!endpoint) return tl::unexpected(endpoint.error());
    // To the very path that was given: no slash more.
    const std::string path = endpoint->prefix.empty() ? "/" : endpoint->prefix;
    endpoint->prefix.clear();
    const auto carrier = transport::Client::carrier(
        *endpoint, {.exchange = kExchange, .public_only = reach == Reach::Public});
    return [carrier, path](http::Request request) {
      request.path = path;
      return carrier(request);
    };
  };
}

Result<int> tell_all(Database& database, const CarrierTo& carrier_to, std::string_view key,
                     const Habits& habits, const std::stop_token& stop) {
  int count = 0;
  while (!stop.stop_requested()) {
    const auto due = database.read(is_any_due);
    if (!due) return tl::unexpected(due.error());
    if (!*due) break;
    const auto told = Telling{database, carrier_to, key, habits}.tell_one();
    if (!told) return tl::unexpected(told.error());
    count += *told ? 1 : 0;
  }
  return count;
}

}  // namespace vermilion::service::webhooks
