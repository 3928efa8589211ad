#include "service/review/queue.hpp"

#include "service/store/orders/streams.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace vermilion::service::review {
namespace {

using store::database::Transaction;
using store::orders::Saying;
using workflow::Instant;
using workflow::Matter;
using workflow::Order;
using workflow::Stage;

// A queue of a week at a provincial authority is some dozens of orders; of what is longer, the
// oldest are looked at.
constexpr int kConsidered = 300;

constexpr std::int64_t kYear_s = 365 * 24 * 3600;

struct Candidate {
  std::string order;
  std::int64_t since_s = 0;  // of the submission: being claimed meanwhile makes nothing younger
};

std::vector<Candidate> candidates(Transaction& transaction) {
  std::vector<Candidate> found;
  for (auto& [id, since] : transaction.rows<std::string, std::int64_t>(
           "SELECT o.id, MAX(l.at) FROM orders o JOIN ledger l ON l.stream = 'order/' || o.id"
           " WHERE o.stage IN ('awaiting_reviewer', 'in_review') AND l.kind = 'submitted'"
           " GROUP BY o.id ORDER BY 2, 1 LIMIT $1",
           {kConsidered})) {
    found.push_back({std::move(id), since});
  }
  return found;
}

std::shared_ptr<const Order> order_of(const Saying& saying, const Candidate& candidate) {
  return store::orders::recall_order(saying.transaction, candidate.order, saying.memory).state;
}

// Of the scans that lie there now, as they were read in this round.
std::vector<Reading> present_readings(Transaction& transaction, const Order& order) {
  auto readings = readings_of(transaction, order.id);
  std::erase_if(readings, [&](const Reading& reading) {
    const auto* document = workflow::find_document(order, reading.slot);
    return document == nullptr || document->sha256 != reading.sha256 ||
           reading.round != order.round;
  });
  return readings;
}

// What is known of the organisations that wait, in a few statements for all of them.
struct Histories {
  std::map<std::string, Circumstances> organisations;
  std::map<std::string, std::string> last_reviewer;  // by order
  std::set<std::string> refused_before;              // orders
};

constexpr const char* kWaitingOrganisations =
    "(SELECT organisation FROM orders WHERE stage IN ('awaiting_reviewer', 'in_review'))";

Histories histories(Transaction& transaction, std::int64_t now_s) {
  Histories known;
  for (auto& [organisation, decided, accepted] :
       transaction.rows<std::string, std::int64_t, std::int64_t>(
           std::string("SELECT o.organisation, COUNT(*), CAST(SUM(d.accepted) AS BIGINT)"
                       " FROM decisions d JOIN orders o ON o.id = d.order_id"
                       " WHERE d.decided_at > $1 AND o.organisation IN ") +
               kWaitingOrganisations + " GROUP BY o.organisation",
           {now_s - kYear_s})) {
    Circumstances& circumstances = known.organisations[organisation];
    circumstances.decided = static_cast<int>(decided);
    circumstances.rejected = static_cast<int>(decided - accepted);
  }
  for (auto& [organisation] : transaction.rows<std::string>(
           std::string("SELECT DISTINCT organisation FROM orders WHERE payment_status <> 'none'"
                       " AND organisation IN ") +
           kWaitingOrganisations)) {
    known.organisations[organisation].approved_before = true;
  }
  for (auto& [order, reviewer, accepted] : transaction.rows<std::string, std::string, std::int64_t>(
           "SELECT d.order_id, d.reviewer, d.accepted FROM decisions d JOIN orders o"
           " ON o.id = d.order_id WHERE o.stage IN ('awaiting_reviewer', 'in_review')"
           " ORDER BY d.decided_at, d.id")) {
    known.last_reviewer[order] = reviewer;
    if (accepted == 0) known.refused_before.insert(order);
  }
  return known;
}

const workflow::Approval* open_override(const Order& order) {
  const auto found = order.approvals.find(Matter::OverrideFinding);
  return found == order.approvals.end() || found->second.confirmed() ? nullptr : &found->second;
}

bool holds(const Order& order, const std::string& reviewer, std::int64_t now_s) {
  return order.stage == Stage::InReview && order.claim.reviewer == reviewer &&
         now_s < order.claim.until.time_since_epoch().count();
}

bool may_take(const Order& order, const std::string& reviewer, std::int64_t now_s) {
  const auto* asked = open_override(order);
  if (asked != nullptr && asked->asked_by.id == reviewer) return holds(order, reviewer, now_s);
  return order.claim.reviewer.empty() || order.claim.reviewer == reviewer ||
         order.claim.until.time_since_epoch().count() <= now_s;
}

std::map<std::string, int> counted(const std::vector<Reading>& readings) {
  std::map<std::string, int> codes;
  for (const Reading& reading : readings) {
    for (const Flag& flag : reading.flags) codes[flag.code] += flag.level == "note" ? 0 : 1;
  }
  std::erase_if(codes, [](const auto& entry) { return entry.second == 0; });
  return codes;
}

std::int64_t priority_of(const Waiting& waiting, std::int64_t now_s) {
  const std::int64_t promised = std::max<std::int64_t>(waiting.until_s - waiting.since_s, 1);
  return waiting.risk.points + (now_s - waiting.since_s) * 100 / promised;
}

class Queue {
 public:
  Queue(const Saying& saying, const std::string& reviewer)
      : saying_(saying),
        reviewer_(reviewer),
        now_s_(saying.transaction.now_ms() / 1000),
        known_(histories(saying.transaction, now_s_)) {}

  std::optional<Waiting> of(const Candidate& candidate) {
    Waiting waiting;
    waiting.order = order_of(saying_, candidate);
    const Order& order = *waiting.order;
    if (!may_take(order, reviewer_, now_s_)) return std::nullopt;
    waiting.since_s = candidate.since_s;
    waiting.until_s =
        saying_.calendar
            .deadline(Instant(std::chrono::seconds(candidate.since_s)), kPromisedWorkingDays)
            .time_since_epoch()
            .count();
    const auto readings = present_readings(saying_.transaction, order);
    waiting.risk = risk_of(readings, circumstances(order));
    waiting.findings = counted(readings);
    tell_whose(order, waiting);
    waiting.priority = priority_of(waiting, now_s_);
    return waiting;
  }

 private:
  Circumstances circumstances(const Order& order) const {
    const auto found = known_.organisations.find(order.organisation);
    Circumstances known = found == known_.organisations.end() ? Circumstances{} : found->second;
    known.revokes = order.operation == workflow::Operation::Reissue;
    return known;
  }

  void tell_whose(const Order& order, Waiting& waiting) const {
    waiting.held = holds(order, reviewer_, now_s_);
    waiting.resubmission = known_.refused_before.contains(order.id);
    const auto last = known_.last_reviewer.find(order.id);
    waiting.mine =
        waiting.held || (last != known_.last_reviewer.end() && last->second == reviewer_);
    waiting.asks_second = open_override(order) != nullptr;
  }

  const Saying& saying_;
  const std::string& reviewer_;
  std::int64_t now_s_;
  Histories known_;
};

bool comes_before(const Waiting& a, const Waiting& b) {
  const auto rank = [](const Waiting& waiting) {
    return std::tuple(!waiting.held, !(waiting.mine && waiting.resubmission), -waiting.priority);
  };
  return std::tuple_cat(rank(a), std::tie(a.order->id)) <
         std::tuple_cat(rank(b), std::tie(b.order->id));
}

}  // namespace

std::vector<Waiting> queue(const Saying& saying, const std::string& reviewer) {
  Queue queue(saying, reviewer);
  std::vector<Waiting> all;
  for (const Candidate& candidate : candidates(saying.transaction)) {
    if (auto waiting = queue.of(candidate)) all.push_back(std::move(*waiting));
  }
  std::ranges::sort(all, comes_before);
  return all;
}

std::vector<Unread> unread(const Saying& saying) {
  std::vector<Unread> all;
  for (const Candidate& candidate : candidates(saying.transaction)) {
    Unread one{order_of(saying, candidate), {}};
    std::set<std::string> read;
    for (const Reading& reading : present_readings(saying.transaction, *one.order)) {
      read.insert(reading.slot);
    }
    for (const auto& [slot, document] : one.order->documents) {
      if (!read.contains(slot)) one.slots.push_back(slot);
    }
    if (!one.slots.empty()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace vermilion::service::review
