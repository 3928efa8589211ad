#include "service/review/desk.hpp"

#include "service/store/orders/refusals.hpp"
#include "service/store/orders/streams.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace vermilion::service::review {
namespace {

namespace orders = store::orders;
using orders::Saying;
using workflow::Instant;
using workflow::Order;
using workflow::Stage;

// A third of workflow's half hour: whoever's computer sleeps for twenty minutes still has his order
// when it wakes.
constexpr std::chrono::minutes kRenewBelow{20};

Instant now_of(const Saying& saying) {
  return Instant(std::chrono::seconds(saying.transaction.now_ms() / 1000));
}

bool is_held(const Order& order, const std::string& reviewer, Instant now) {
  return order.stage == Stage::InReview && order.claim.reviewer == reviewer &&
         now < order.claim.until;
}

workflow::Command claim(const Order& order, const std::string& reviewer) {
  return {fmt::format("claim/{}/{}/{}", order.id, order.version, reviewer),
          {workflow::Role::Reviewer, reviewer},
          workflow::ClaimReview{}};
}

// What was refused within a transaction that was undone, and may be an attack, is written down in
// one of its own.
void note(orders::Orders& orders, const std::string& order, const std::string& reviewer,
          const workflow::Refusal& refusal) {
  if (!orders::concerns_security(refusal.code)) return;
  const auto noted = orders.transact([&](Saying& saying) {
    orders::note_refusal(saying.transaction, orders::order_stream(order), "decision",
                         {workflow::Role::Reviewer, reviewer}, refusal.code,
                         saying.transaction.now_ms() / 1000);
    return refusal.code;
  });
  // The refusal itself stands whether or not it could be written down.
  static_cast<void>(noted);
}

// What is read of an order before its reports are: nothing of it may change until it is decided.
struct Read {
  std::shared_ptr<const Order> order;
  std::vector<workflow::Event> history;
  Instant now{};
};

store::database::Result<Read> read(orders::Orders& orders, const std::string& id) {
  return orders.transact([&](Saying& saying) {
    return Read{orders::recall_order(saying.transaction, id, saying.memory).state,
                orders::order_log(saying.transaction, id), now_of(saying)};
  });
}

}  // namespace

Got<std::vector<Waiting>> Desk::queue(const std::string& reviewer) {
  if (auto caught_up = catch_up(); !caught_up) {
    return trouble(std::move(caught_up.error()));
  }
  return got(
      around_.orders.transact([&](Saying& saying) { return review::queue(saying, reviewer); }));
}

Got<std::optional<std::string>> Desk::claim_next(const std::string& reviewer) {
  const auto waiting = queue(reviewer);
  if (!waiting) return tl::make_unexpected(waiting.error());
  for (const Waiting& one : *waiting) {
    if (one.held) return one.order->id;
    const auto said = around_.orders.say(one.order->id, claim(*one.order, reviewer));
    if (!said) return trouble(said.error());
    if (*said) return one.order->id;  // else somebody was quicker: the next
  }
  return std::nullopt;
}

Got<Instant> Desk::heartbeat(const std::string& order, const std::string& reviewer) {
  return got(around_.orders.transact([&](Saying& saying) -> Got<Instant> {
    const auto state = orders::recall_order(saying.transaction, order, saying.memory).state;
    const Instant now = now_of(saying);
    if (!is_held(*state, reviewer, now)) return trouble(Unknown{});
    if (state->claim.until - now > kRenewBelow) return state->claim.until;
    auto said = orders::say(saying, order, claim(*state, reviewer));
    if (!said) return trouble(std::move(said.error()));
    return said->order.claim.until;
  }));
}

ShownDocument Desk::shown(const Order& order, std::span<const workflow::Event> history,
                          const rules::Project* project, const std::string& slot) {
  ShownDocument shown;
  shown.slot = slot;
  shown.document = order.documents.at(slot);
  shown.previous = previous_in(history, order, slot);
  if (shown.previous) {
    shown.previous->version = around_.reports.version_of(order.id, slot, shown.previous->sha256);
  }
  if (auto report = around_.reports.shown(order, slot)) {
    shown.reading = reading_of(*report, order, slot, around_.samples);
    shown.report = nlohmann::ordered_json::parse(report->json, nullptr, false);
    if (shown.report.is_discarded()) shown.report = nullptr;
    shown.version = report->version;
    shown.etag = std::move(report->etag);
    shown.to_look_at = shown.reading->verdict != "accept" || shown.reading->sampled;
  }
  const rules::Slot* rules = project == nullptr ? nullptr : rules::find_slot(*project, slot);
  if (rules == nullptr) return shown;
  shown.name_zh = rules->shown_name().zh;
  shown.name_en = rules->shown_name().in(rules::Language::English);
  shown.reasons = reasons_for(*rules, shown.reading ? shown.reading->type : std::string(),
                              shown.report, around_.checks);
  return shown;
}

Got<Case> Desk::case_of(const std::string& order, const std::string& reviewer) {
  auto found = read(around_.orders, order);
  if (!found) return trouble(std::move(found.error()));
  if (!is_held(*found->order, reviewer, found->now)) {
    return trouble(Unknown{});
  }
  Case shown{.order = *found->order, .documents = {}, .second = {}, .digest = {}};
  const auto project = around_.project_of(shown.order.project, shown.order.terms_digest);
  for (const auto& [slot, document] : shown.order.documents) {
    shown.documents.push_back(this->shown(shown.order, found->history, project.get(), slot));
  }
  if (project != nullptr) {
    const auto place = [&](const ShownDocument& one) {
      return std::ranges::find(project->slots, one.slot, &rules::Slot::id) - project->slots.begin();
    };
    std::ranges::stable_sort(shown.documents, {}, place);
  }
  shown.second = second_person(shown.order);
  shown.digest = digest_of(shown.order, shown.documents);
  return shown;
}

Got<Case> Desk::look(const std::string& order, const std::string& reviewer) {
  return case_of(order, reviewer);
}

Got<Decided> Desk::decide(const std::string& order, const std::string& reviewer,
                          const Decision& decision) {
  auto found = read(around_.orders, order);
  if (!found) return trouble(std::move(found.error()));
  const std::string id = id_of(decision, order, reviewer);
  if (const auto before = decided_before(*found->order, found->history, id)) return *before;
  const auto shown = case_of(order, reviewer);
  if (!shown) return tl::make_unexpected(shown.error());
  if (const auto fit = fits(decision, *shown); !fit) return tl::make_unexpected(fit.error());

  auto decided = got(around_.orders.transact([&](Saying& saying) -> Got<Decided> {
    saying.transaction.lock(orders::order_stream(order));
    const auto now = orders::recall_order(saying.transaction, order, saying.memory).state;
    // The documents were looked up before the lock: whatever has happened since was not shown.
    if (now->version != shown->order.version) {
      return trouble(Changed{"order"});
    }
    auto said = say(saying, *shown, reviewer, decision);
    if (!said) saying.transaction.undo();
    return said;
  }));
  if (!decided) {
    const auto* refusal = std::get_if<workflow::Refusal>(&decided.error());
    if (refusal != nullptr) note(around_.orders, order, reviewer, *refusal);
  }
  return decided;
}

store::database::Result<std::size_t> Desk::release_lapsed() {
  using Row = std::tuple<std::string>;
  auto held = around_.orders.transact([](Saying& saying) {
    return saying.transaction.rows<std::string>(
        "SELECT id FROM orders WHERE stage = 'in_review' AND until <= $1 ORDER BY until, id",
        {saying.transaction.now_ms() / 1000});
  });
  if (!held) return tl::make_unexpected(std::move(held.error()));
  std::size_t released = 0;
  for (const Row& row : *held) {
    const auto& id = std::get<0>(row);
    const auto order = around_.orders.order(id);
    if (!order) return tl::make_unexpected(order.error());
    const auto said = around_.orders.say(id, {fmt::format("lapsed/{}/{}", id, order->version),
                                              {workflow::Role::System, "clock"},
                                              workflow::ReleaseReview{}});
    if (!said) return tl::make_unexpected(said.error());
    if (*said && !(*said)->events.empty()) ++released;
  }
  return released;
}

store::database::Result<std::size_t> Desk::catch_up() {
  const auto lacking = around_.orders.transact([](Saying& saying) { return unread(saying); });
  if (!lacking) return tl::make_unexpected(lacking.error());
  std::vector<Reading> readings;
  for (const Unread& one : *lacking) {
    for (const std::string& slot : one.slots) {
      const auto report = around_.reports.shown(*one.order, slot);
      if (report) readings.push_back(reading_of(*report, *one.order, slot, around_.samples));
    }
  }
  if (readings.empty()) return 0;
  const auto kept = around_.orders.database().transact([&](store::database::Transaction& in) {
    for (const Reading& reading : readings) keep(in, reading);
  });
  if (!kept) return tl::make_unexpected(kept.error());
  return readings.size();
}

Got<std::vector<RulePrecision>> Desk::precision(const std::string& rule) {
  return got(around_.orders.database().read([&](store::database::Transaction& transaction) {
    return review::precision(transaction, rule);
  }));
}

Got<SampleCounts> Desk::samples() {
  return got(around_.orders.database().read(sample_counts));
}

}  // namespace vermilion::service::review
