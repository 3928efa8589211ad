#include "service/orders/clerk.hpp"

#include "service/orders/actor.hpp"
#include "service/orders/codes.hpp"
#include "service/orders/lists_json.hpp"
#include "service/orders/offers.hpp"
#include "service/orders/order_id.hpp"
#include "service/orders/order_json.hpp"
#include "service/orders/sight.hpp"
#include "service/orders/told_subject.hpp"
#include "service/store/orders/certificates.hpp"
#include "service/store/orders/streams.hpp"
#include "workflow/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace vermilion::service::orders {
namespace {

namespace so = store::orders;
namespace wf = workflow;
using accounts::Asker;
using store::database::Transaction;
using Why = NotDone::Why;

constexpr int kDone = 200;
constexpr int kMade = 201;

tl::unexpected<NotDone> not_done(Why why) {
  NotDone reason;
  reason.why = why;
  return tl::make_unexpected(std::move(reason));
}
tl::unexpected<NotDone> refused(const wf::Refusal& refusal) {
  auto reason = not_done(Why::Refused);
  reason.value().refusal = refusal;
  return reason;
}
tl::unexpected<NotDone> failed(const store::database::Error& error) {
  auto reason = not_done(Why::Database);
  reason.value().error = error;
  return reason;
}
tl::unexpected<NotDone> invalid(std::string pointer, std::string text) {
  auto reason = not_done(Why::Invalid);
  reason.value().mistakes.push_back({std::move(pointer), std::move(text)});
  return reason;
}

// The order's own answer, or the database's.
template <class T>
Done<T> whole(store::database::Result<Done<T>> done) {
  if (!done) return failed(done.error());
  return std::move(*done);
}

wf::Instant now_in(Transaction& transaction) {
  return wf::Instant(std::chrono::seconds(transaction.now_ms() / 1000));
}

bool is_staff(const Asker& asker) {
  return asker.organisation.empty();
}

wf::Order recalled(const so::Saying& saying, const std::string& id) {
  return *so::recall_order(saying.transaction, id, saying.memory).state;
}

wf::organisation::Organisation organisation_of(const so::Saying& saying, const std::string& code) {
  return *so::recall_organisation(saying.transaction, code, saying.memory).state;
}

// The key is the command's id: said again by the same person with the same key, it is taken once.
// Without one every request is a command of its own; a key holds no slash.
std::string command_id(const Asker& asker, const Wish& wish) {
  if (!wish.key.empty()) return fmt::format("{}/{}", asker.id, wish.key);
  return fmt::format("{}/once/{}", asker.id, new_order_id({}));
}

// What came with the key before, or nothing.
tl::expected<std::optional<Told>, NotDone> told_already(const so::Saying& saying, const Key& key) {
  const Before before = told_before(saying.transaction, key);
  if (std::holds_alternative<OfAnotherRequest>(before)) return not_done(Why::KeyReused);
  if (const auto* told = std::get_if<Told>(&before)) return *told;
  return std::nullopt;
}

// Whether the order is the one that was on the asker's screen.
bool is_as_shown(const wf::Order& order, const Wish& wish) {
  if (wish.version && *wish.version != order.version) return false;
  return wish.shown.empty() ||
         wish.shown == wf::sha256_of(wf::subject_of(order, wf::Matter::OverrideFinding));
}

so::Filter filter_of(const Asker& asker, const Listing& listing, Transaction& transaction) {
  so::Filter filter{.organisation = listing.organisation,
                    .project = listing.project,
                    .stage = listing.stage,
                    .status = listing.status,
                    .turn = listing.turn,
                    .limit = listing.limit + 1};
  if (listing.late) filter.late_at_s = transaction.now_ms() / 1000;
  if (!listing.after.empty()) filter.behind = place_of(listing.after);
  if (!is_staff(asker)) {
    filter.organisation = asker.organisation;
    return filter;
  }
  const wf::Stages shown = stages_shown(asker.roles);
  for (std::size_t i = 0; i < wf::kStages; ++i) {
    if (shown.contains(static_cast<wf::Stage>(i))) {
      filter.stages.emplace_back(wf::kStageNames[i]);
    }
  }
  return filter;
}

std::map<std::string, wf::Instant> uploads_in(const std::vector<wf::Event>& events) {
  std::map<std::string, wf::Instant> uploads;
  for (const wf::Event& event : events) {
    const auto* upload = std::get_if<wf::UploadDocument>(&event.body);
    if (upload != nullptr) uploads[upload->slot] = event.at;
  }
  return uploads;
}

std::map<std::string, std::string> payment_codes(Transaction& transaction, const wf::Order& order) {
  std::map<std::string, std::string> codes;
  for (const wf::Attempt& attempt : order.attempts) {
    if (attempt.state != wf::Attempt::State::Open) continue;  // nobody is to pay by it any more
    const auto code = code_of_payment(transaction, attempt.id);
    if (code) codes[attempt.id] = *code;
  }
  return codes;
}

bool asks_for_verification(const wf::Order& order) {
  return order.verification.state == wf::Verification::State::Pending ||
         order.verification.state == wf::Verification::State::Failed;
}

std::string answer_to(const wf::Body& body, const std::string& shown) {
  const auto* payment = std::get_if<wf::OpenPayment>(&body);
  if (payment == nullptr) return shown;
  return fmt::format(R"({{"attempt":{},"order":{}}})", Json(payment->attempt).dump(), shown);
}

}  // namespace

std::string Clerk::shown(const so::Saying& saying, const Asker& asker, const wf::Order& order) {
  Transaction& transaction = saying.transaction;
  const wf::Instant now = now_in(transaction);
  const auto terms = so::terms_of(saying.terms, order);
  const auto rules = rules_.rules_with_digest(order.project, order.terms_digest);
  if (rules == nullptr) Transaction::fail(store::database::ErrorKind::Ours, "rules are gone");
  const auto owner = organisation_of(saying, order.organisation);
  const wf::Facts facts{*terms, wf::organisation::main_key_of(owner, order.project), {}};
  View view{order,
            *rules,
            *terms,
            wf::waiting_for(order, *terms, calendar_, now),
            missing(order, facts, now),
            offers(asker, order, facts, now)};
  view.uploaded_at = uploads_in(so::order_log(transaction, order.id));
  view.payment_codes = payment_codes(transaction, order);
  if (asks_for_verification(order)) {
    view.verification_code = code_of_verification(transaction, order.id).value_or("");
  }
  for (const auto& [slot, document] : order.documents) {
    const auto verdict =
        verdicts_ ? verdicts_(transaction, order.id, slot, document.sha256) : std::nullopt;
    if (verdict) view.verdicts[slot] = *verdict;
  }
  view.for_staff = is_staff(asker);
  return text_of(order_json(view));
}

Done<Told> Clerk::say_within(const so::Saying& saying, const Asker& asker, const std::string& id,
                             wf::Body body, const Wish& wish) {
  const Key key{asker.id, wish.key, wish.asked};
  const auto before = told_already(saying, key);
  if (!before) return tl::make_unexpected(before.error());
  if (*before) return **before;
  saying.transaction.lock(so::order_stream(id));
  const wf::Order order = recalled(saying, id);
  if (!may_see(asker, order)) return not_done(Why::NotThere);
  if (!is_as_shown(order, wish)) return not_done(Why::Changed);

  complete(body, order);
  const wf::Command command{command_id(asker, wish),
                            actor_of(asker, wf::kind_of(body), order.stage), body};
  const auto step = so::say(saying, id, command);
  if (!step) return refused(step.error());
  const bool makes = std::holds_alternative<wf::OpenPayment>(body);
  Told told{makes ? kMade : kDone, id, step->order.version,
            answer_to(body, shown(saying, asker, step->order))};
  keep(saying.transaction, key, told);
  return told;
}

Done<Told> Clerk::say(const Asker& asker, const std::string& order, wf::Body body,
                      const Wish& wish) {
  return whole(orders_.transact(
      [&](so::Saying& saying) { return say_within(saying, asker, order, body, wish); }));
}

// The order that is begun anew in another's place goes first: what it had reserved is free then.
Done<void> Clerk::void_replaced(const so::Saying& saying, const Asker& asker,
                                const wf::Begin& begin, const std::string& command) {
  if (begin.replaces.empty()) return {};
  saying.transaction.lock(so::order_stream(begin.replaces));
  const wf::Order old = recalled(saying, begin.replaces);
  if (!may_see(asker, old)) return invalid("/replaces", "没有这个订单");
  if (old.stage == wf::Stage::Void) return {};
  const auto reason =
      old.wrong_project ? wf::VoidReason::WrongProject : wf::VoidReason::ApplicantGaveUp;
  const wf::Body body = wf::VoidOrder{reason, begin.order};
  const auto said = so::say(
      saying, old.id, {command, actor_of(asker, wf::CommandKind::VoidOrder, old.stage), body});
  if (!said) return refused(said.error());
  return {};
}

Done<Told> Clerk::begin_within(const so::Saying& saying, const Asker& asker, wf::Begin begin,
                               const Wish& wish) {
  Transaction& transaction = saying.transaction;
  const Key key{asker.id, wish.key, wish.asked};
  const auto before = told_already(saying, key);
  if (!before) return tl::make_unexpected(before.error());
  if (*before) return **before;

  begin.order = new_order_id(now_in(transaction));
  begin.organisation = asker.organisation;
  const std::string command = command_id(asker, wish);
  const auto replaced = void_replaced(saying, asker, begin, command);
  if (!replaced) return tl::make_unexpected(replaced.error());
  begin.organisation_name = organisation_of(saying, asker.organisation).name;
  if (begin.chosen) {
    const auto known =
        so::find_certificate(transaction, begin.chosen->serial, begin.organisation, begin.project);
    if (known) begin.chosen = known;
  }
  const auto step =
      so::say(saying, begin.order,
              {command, actor_of(asker, wf::CommandKind::Begin, wf::Stage::NotBegun), begin});
  if (!step) return refused(step.error());
  Told told{kMade, begin.order, step->order.version, shown(saying, asker, step->order)};
  keep(transaction, key, told);
  return told;
}

Done<Told> Clerk::begin(const Asker& asker, wf::Begin begin, const Wish& wish) {
  static_cast<void>(rules_.refresh());  // what another process has published since
  return whole(orders_.transact([&](so::Saying& saying) {
    auto done = begin_within(saying, asker, begin, wish);
    // Both orders or neither; what may be an attack is remembered where nothing else was written.
    if (!done && !begin.replaces.empty()) saying.transaction.undo();
    return done;
  }));
}

Done<Told> Clerk::look(const Asker& asker, const std::string& id) {
  return whole(orders_.read([&](so::Saying& saying) -> Done<Told> {
    const wf::Order order = recalled(saying, id);
    if (!may_see(asker, order)) return not_done(Why::NotThere);
    return Told{kDone, id, order.version, shown(saying, asker, order)};
  }));
}

Done<std::string> Clerk::history(const Asker& asker, const std::string& id) {
  return whole(orders_.read([&](so::Saying& saying) -> Done<std::string> {
    if (!may_see(asker, recalled(saying, id))) return not_done(Why::NotThere);
    return text_of(history_json(so::order_log(saying.transaction, id), is_staff(asker)));
  }));
}

Done<std::string> Clerk::subject(const Asker& asker, const std::string& id, wf::Matter matter) {
  return whole(orders_.read([&](so::Saying& saying) -> Done<std::string> {
    const wf::Order order = recalled(saying, id);
    if (!may_see(asker, order)) return not_done(Why::NotThere);
    const auto rules = rules_.rules_with_digest(order.project, order.terms_digest);
    if (rules == nullptr) Transaction::fail(store::database::ErrorKind::Ours, "rules are gone");
    return text_of(told_subject(order, matter, *rules, *so::terms_of(saying.terms, order)));
  }));
}

Done<std::string> Clerk::list(const Asker& asker, const Listing& listing) {
  if (!listing.after.empty() && !place_of(listing.after)) {
    return invalid("/query/after", "不是上一页给出的位置");
  }
  auto read = orders_.database().read([&](Transaction& transaction) {
    const so::Filter filter = filter_of(asker, listing, transaction);
    const bool sees_none = is_staff(asker) && filter.stages.empty();
    return sees_none ? std::vector<so::Line>{} : so::lines(transaction, filter);
  });
  if (!read) return failed(read.error());
  const bool further = read->size() > static_cast<std::size_t>(listing.limit);
  if (further) read->pop_back();
  Json items = Json::array();
  for (const so::Line& line : *read) {
    items.push_back(line_json(line, rules_.current_rules(line.project).get()));
  }
  return text_of(Json{{"items", std::move(items)},
                      {"next", further ? Json(cursor_of(read->back())) : Json(nullptr)}});
}

Done<std::string> Clerk::certificates(const Asker& asker) {
  auto read = orders_.database().read([&](Transaction& transaction) {
    return std::pair{certificates_of(transaction, asker.organisation), now_in(transaction)};
  });
  if (!read) return failed(read.error());
  Json items = Json::array();
  for (const OwnCertificate& own : read->first) {
    items.push_back(certificate_json(own, rules_, read->second));
  }
  return text_of(Json{{"items", std::move(items)}, {"next", nullptr}});
}

std::string Clerk::catalogue() {
  static_cast<void>(rules_.refresh());
  return *catalogue_.of(rules_.live());
}

}  // namespace vermilion::service::orders
