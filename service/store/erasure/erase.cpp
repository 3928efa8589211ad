#include "service/store/erasure/erase.hpp"

#include "service/store/erasure/holds.hpp"
#include "service/store/erasure/named_rows.hpp"
#include "service/store/erasure/order_rows.hpp"
#include "service/store/orders/streams.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::store::erasure {
namespace {

using blobs::BlobId;
using database::Transaction;
using nlohmann::json;

// Enough to make the cost of a statement vanish.
constexpr int kChunk = 2000;

// Between the put of a scan and the commit that names it lies less than this.
constexpr std::chrono::minutes kUploading{10};

bool names_a_blob(std::string_view member) {
  return member == "sha256" || member.ends_with("_sha256");
}

// Every member that is called a digest, wherever it stands.
void add_blobs_in(const json& value, std::set<std::string>& ids) {
  if (value.is_array()) {
    for (const json& item : value) add_blobs_in(item, ids);
  }
  if (!value.is_object()) return;
  for (const auto& [name, member] : value.items()) {
    if (member.is_string() && names_a_blob(name)) ids.insert(member.get<std::string>());
    add_blobs_in(member, ids);
  }
}

void add_blobs_of(const ledger::Entry& entry, std::set<std::string>& ids) {
  if (!entry.body.empty()) add_blobs_in(json::parse(entry.body, nullptr, false), ids);
}

std::set<std::string> blobs_of_stream(Transaction& transaction, const std::string& stream) {
  std::set<std::string> ids;
  for (const ledger::Entry& entry : ledger::stream(transaction, stream)) add_blobs_of(entry, ids);
  return ids;
}

// Read while the stream has its bodies no longer: whoever still names it is somebody else.
bool is_named(Transaction& transaction, const std::string& id) {
  return is_named_by_rows(transaction, id) ||
         transaction
             .row<std::int64_t>("SELECT number FROM ledger WHERE body LIKE $1 LIMIT 1",
                                {fmt::format("%{}%", id)})
             .has_value();
}

bool has_open_jobs(Transaction& transaction, const std::string& stream) {
  return transaction
      .row<std::int64_t>(
          "SELECT tries FROM jobs WHERE stream = $1 AND state IN ('waiting', 'running') LIMIT 1",
          {stream})
      .has_value();
}

struct Looked {
  Erasure erasure;
  orders::LoadedOrder loaded;
};

Looked look(const orders::Saying& saying, const std::string& order, bool at_request, Instant now) {
  Looked looked;
  looked.loaded = orders::load_order(saying.transaction, order);
  if (looked.loaded.order.version == 0) {
    looked.erasure.unknown = true;
    return looked;
  }
  looked.erasure.hold = hold_on(saying.transaction, order);
  Life life = life_of(looked.loaded.order, Instant(std::chrono::seconds(looked.loaded.last_at_s)));
  if (has_open_jobs(saying.transaction, orders::order_stream(order))) life.outcome = Outcome::Open;
  looked.erasure.decision = decide(life, looked.erasure.hold, at_request, now);
  return looked;
}

// The blobs that only this order named.
std::vector<BlobId> take_away(const orders::Saying& saying, const Looked& looked,
                              const std::string& reason, Instant now, Erasure& erasure) {
  Transaction& transaction = saying.transaction;
  const std::string stream = orders::order_stream(looked.loaded.order.id);
  auto ids = blobs_of_stream(transaction, stream);
  take_order_away(transaction, looked.loaded.order.id);
  take_rows_away(transaction, looked.loaded.order.id, ids);
  ledger::erase(transaction, stream, reason, now.time_since_epoch().count());
  std::vector<BlobId> alone;
  for (const std::string& text : ids) {
    const auto id = BlobId::parse(text);
    if (id && !is_named(transaction, text)) alone.push_back(*id);
  }
  erasure.shared = ids.size() - alone.size();
  return alone;
}

}  // namespace

database::Result<Erasure> erase(orders::Orders& orders, blobs::Blobs& blobs,
                                const std::string& order, const Asked& asked, Instant now) {
  std::vector<BlobId> alone;
  auto done = orders.transact([&](orders::Saying& saying) {
    alone.clear();
    saying.transaction.lock(orders::order_stream(order));
    Looked looked = look(saying, order, asked.at_request, now);
    const bool goes = !looked.erasure.unknown && looked.erasure.decision.verdict == Verdict::Erase;
    if (goes) alone = take_away(saying, looked, asked.reason, now, looked.erasure);
    return looked.erasure;
  });
  if (!done) return done;
  for (const BlobId& id : alone) {
    // Put a moment ago: somebody may have the same scan in an order that is just being written. If
    // not, it is an orphan soon.
    const auto gone = blobs.erase(id, now - kUploading);
    if (!gone) return tl::unexpected(database::Error{database::ErrorKind::Down, gone.error().what});
    (*gone ? done->scans : done->shared) += 1;
  }
  return done;
}

database::Result<std::vector<std::string>> due(orders::Orders& orders, Instant now) {
  return orders.transact([&](orders::Saying& saying) {
    std::vector<std::string> found;
    for (const auto& [id] :
         saying.transaction.rows<std::string>("SELECT id FROM orders ORDER BY begun_at, id")) {
      const auto looked = look(saying, id, false, now);
      if (looked.erasure.decision.verdict == Verdict::Erase) found.push_back(id);
    }
    return found;
  });
}

std::set<std::string> named_blobs(Transaction& transaction) {
  std::set<std::string> ids;
  std::int64_t behind = 0;
  for (;;) {
    const auto chunk = ledger::entries(transaction, behind, kChunk);
    for (const ledger::Entry& entry : chunk) add_blobs_of(entry, ids);
    if (chunk.size() < kChunk) break;
    behind = static_cast<std::int64_t>(chunk.back().number);
  }
  add_named_by_rows(transaction, ids);
  return ids;
}

}  // namespace vermilion::service::store::erasure
