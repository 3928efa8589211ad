#include "service/store/orders/saying.hpp"

#include "service/store/jobs/outbox.hpp"
#include "service/store/orders/certificates.hpp"
#include "service/store/orders/main_keys.hpp"
#include "service/store/orders/projection.hpp"
#include "service/store/orders/refusals.hpp"
#include "service/store/orders/streams.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::store::orders {
namespace {

namespace org = workflow::organisation;
using database::ErrorKind;
using database::Transaction;

// Nobody offers this: what an order that does not exist, or of no project, is held against.
workflow::ProjectTerms nobodys_terms() {
  workflow::ProjectTerms terms;
  terms.draft = true;
  return terms;
}

// Time does not run backwards in a stream, whatever a clock does.
workflow::Instant now_after(Transaction& transaction, std::int64_t last_at_s) {
  return workflow::Instant(std::chrono::seconds(std::max(transaction.now_ms() / 1000, last_at_s)));
}

Terms::Found terms_for(const Terms& terms, const workflow::Order& order,
                       const workflow::Command& command) {
  if (order.version > 0) return terms_of(terms, order);
  static const Terms::Found kNobodys =
      std::make_shared<const workflow::ProjectTerms>(nobodys_terms());
  const auto* begin = std::get_if<workflow::Begin>(&command.body);
  Terms::Found current = begin == nullptr ? nullptr : terms.current(begin->project);
  return current == nullptr ? kNobodys : current;
}

std::optional<workflow::Certificate> chosen_in_registry(Transaction& transaction,
                                                        const workflow::Command& command) {
  const auto* begin = std::get_if<workflow::Begin>(&command.body);
  if (begin == nullptr || !begin->chosen) return std::nullopt;
  return find_certificate(transaction, begin->chosen->serial, begin->organisation, begin->project);
}

const std::string& organisation_in(const workflow::Order& order, const workflow::Command& command) {
  const auto* begin = std::get_if<workflow::Begin>(&command.body);
  return begin != nullptr && order.version == 0 ? begin->organisation : order.organisation;
}

void refuse_mismatch(const std::string& order, const workflow::Command& command) {
  const auto* begin = std::get_if<workflow::Begin>(&command.body);
  if (begin != nullptr && begin->order != order) {
    Transaction::fail(ErrorKind::Ours, "an order begun under another's id");
  }
}

// What has been appended is where the next command begins.
template <class State>
void remember(Remembered<State>& memory, const ledger::Entry& last, const State& state) {
  memory.keep(last.stream,
              {std::make_shared<const State>(state), {last.position, last.hash}, last.at_s});
}

void count(jobs::Asked& all, const jobs::Asked& more) {
  all.scans += more.scans;
  all.rest += more.rest;
}

void keep(const Saying& saying, const org::Organisation& before, const org::Step& step,
          const std::string& credit_code) {
  for (const org::Event& event : step.events) {
    const ledger::Entry entry = append(saying.transaction, credit_code, event);
    count(saying.asked, jobs::put(saying.transaction, entry, step.effects));
    remember(saying.memory.organisations, entry, step.organisation);
  }
  if (!step.events.empty()) write(saying.transaction, rows_of(before), rows_of(step.organisation));
}

void keep(const Saying& saying, const Loaded<workflow::Order>& before, const workflow::Step& step,
          const std::vector<workflow::Effect>& effects, const workflow::ProjectTerms& terms) {
  for (const workflow::Event& event : step.events) {
    const ledger::Entry entry = append(saying.transaction, step.order.id, event);
    count(saying.asked, jobs::put(saying.transaction, entry, step.order.organisation, effects));
    remember(saying.memory.orders, entry, step.order);
  }
  const std::int64_t at_s = step.events.back().at.time_since_epoch().count();
  write(saying.transaction, rows_of(*before.state, terms, saying.calendar, before.last_at_s),
        rows_of(step.order, terms, saying.calendar, at_s));
}

template <class Command>
void note(const Saying& saying, const std::string& stream, const Command& command,
          const workflow::Refusal& refusal) {
  using org::kind_of;
  using workflow::kind_of;
  if (!concerns_security(refusal.code)) return;
  note_refusal(saying.transaction, stream, name_of(kind_of(command.body)), command.by, refusal.code,
               saying.transaction.now_ms() / 1000);
}

// The step, and what the organisation makes of it.
struct Decided {
  workflow::Step step;
  MainKeySteps main_keys;
};

tl::expected<Decided, workflow::Refusal> decide(const workflow::Order& order,
                                                const org::Organisation& organisation,
                                                const workflow::Command& command,
                                                const workflow::Facts& facts,
                                                workflow::Instant now) {
  auto step = workflow::apply(order, command, facts, now);
  if (!step) return tl::unexpected(step.error());
  auto main_keys = main_key_steps(organisation, step->order, step->effects, now);
  if (!main_keys) return tl::unexpected(main_keys.error());
  return Decided{std::move(*step), std::move(*main_keys)};
}

std::vector<workflow::Effect> effects_outside(const Decided& decided) {
  std::vector<workflow::Effect> effects = decided.main_keys.alarms;
  std::ranges::copy_if(decided.step.effects, std::back_inserter(effects),
                       [](const workflow::Effect& effect) { return !is_about_main_key(effect); });
  return effects;
}

}  // namespace

Terms::Found terms_of(const Terms& terms, const workflow::Order& order) {
  Terms::Found found = terms.with_digest(order.project, order.terms_digest);
  if (found == nullptr) {
    Transaction::fail(ErrorKind::Ours,
                      fmt::format("rules {} of {} are gone", order.terms_digest, order.project));
  }
  return found;
}

Answer say(const Saying& saying, const std::string& id, const workflow::Command& command) {
  Transaction& transaction = saying.transaction;
  refuse_mismatch(id, command);
  transaction.lock(order_stream(id));
  const Loaded<workflow::Order> loaded = recall_order(transaction, id, saying.memory);
  const workflow::Order& order = *loaded.state;
  const std::string& credit_code = organisation_in(order, command);
  transaction.lock(organisation_stream(credit_code));
  const Loaded<org::Organisation> owner =
      recall_organisation(transaction, credit_code, saying.memory);

  const Terms::Found terms = terms_for(saying.terms, order, command);
  const workflow::Facts facts{*terms, main_key_of(*owner.state, terms->id),
                              chosen_in_registry(transaction, command)};
  const auto now = now_after(transaction, std::max(loaded.last_at_s, owner.last_at_s));
  auto decided = decide(order, *owner.state, command, facts, now);
  if (!decided) {
    note(saying, order_stream(id), command, decided.error());
    return tl::unexpected(decided.error());
  }
  if (decided->step.events.empty()) return std::move(decided->step);

  keep(saying, loaded, decided->step, effects_outside(*decided), *terms);
  const org::Organisation* before = owner.state.get();
  for (const org::Step& step : decided->main_keys.steps) {
    keep(saying, *before, step, credit_code);
    before = &step.organisation;
  }
  return std::move(decided->step);
}

OrganisationAnswer say(const Saying& saying, const std::string& credit_code,
                       const org::Command& command) {
  Transaction& transaction = saying.transaction;
  const auto* account = std::get_if<org::Register>(&command.body);
  if (account != nullptr && account->credit_code != credit_code) {
    Transaction::fail(ErrorKind::Ours, "an organisation registered under another's code");
  }
  transaction.lock(organisation_stream(credit_code));
  const Loaded<org::Organisation> loaded =
      recall_organisation(transaction, credit_code, saying.memory);
  auto step = org::apply(*loaded.state, command, now_after(transaction, loaded.last_at_s));
  if (!step) {
    note(saying, organisation_stream(credit_code), command, step.error());
    return tl::unexpected(step.error());
  }
  keep(saying, *loaded.state, *step, credit_code);
  return std::move(*step);
}

}  // namespace vermilion::service::store::orders
