#include "service/server/handlers/audit.hpp"

#include "service/audit/ledger_pages.hpp"
#include "service/audit/statistics.hpp"
#include "service/crypto/base64.hpp"
#include "service/running/bills.hpp"
#include "service/scans/views.hpp"
#include "service/server/handlers/desk_requests.hpp"
#include "service/store/imports/hall_keys.hpp"
#include "service/store/ledger/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;
using json = nlohmann::ordered_json;
using store::database::Transaction;

constexpr std::int64_t kPageMost = 200;
constexpr std::int64_t kPageUsual = 50;

constexpr std::int64_t kDaysMost = 366;
constexpr std::int64_t kDaysUsual = 30;

constexpr std::int64_t kNumberMost = std::numeric_limits<std::int64_t>::max();

template <class T>
tl::unexpected<Problem> failed(const store::database::Result<T>& result) {
  return tl::make_unexpected(problem_of(review::Trouble(result.error())));
}

json entry_json(const audit::Entry& entry) {
  json changes = json::array();
  for (const auto& change : entry.changes) {
    changes.push_back({{"path", change.path}, {"before", change.before}, {"after", change.after}});
  }
  return {{"number", entry.number}, {"stream", entry.stream},      {"position", entry.position},
          {"kind", entry.kind},     {"at", time_text(entry.at_s)}, {"hash", entry.hash},
          {"erased", entry.erased}, {"body", entry.body},          {"changes", std::move(changes)}};
}

// A full page may have one behind it.
template <class Items, class Number>
json page_of(const Items& rows, std::int64_t limit, json items, Number number) {
  const bool full = rows.size() == static_cast<std::size_t>(limit);
  return {{"items", std::move(items)},
          {"next", full ? json(fmt::format("{}", number(rows.back()))) : json()}};
}

json view_json(const scans::View& view) {
  return {{"number", view.number}, {"at", time_text(view.at_s)}, {"viewer", view.viewer},
          {"order", view.order},   {"slot", view.slot},          {"version", view.version},
          {"why", view.why},       {"request", view.request}};
}

json verified_json(const store::ledger::Verified& verified) {
  json bad;
  if (verified.bad) {
    bad = {{"number", verified.bad->number},
           {"stream", verified.bad->stream},
           {"fault", store::ledger::name_of(verified.bad->fault)}};
  }
  return {{"entries", verified.entries},
          {"head", {{"number", verified.reached.number}, {"hash", verified.reached.hash}}},
          {"bad", std::move(bad)},
          {"text", verified.bad ? store::ledger::text_of(*verified.bad) : std::string()}};
}

json day_json(const audit::Day& day) {
  const auto if_any = [](const std::optional<std::int64_t>& value) {
    return value ? json(*value) : json();
  };
  return {{"date", day.date},
          {"begun", day.begun},
          {"submitted", day.submitted},
          {"approved", day.approved},
          {"rejected", day.rejected},
          {"paid", day.paid},
          {"made", day.made},
          {"verdicts", day.verdicts},
          {"waited_median_s", if_any(day.waited_median_s)},
          {"waited_longest_s", if_any(day.waited_longest_s)}};
}

json booking_json(const payment::Booking& booking) {
  if (booking.attempt.empty()) return {};
  return {{"attempt", booking.attempt},
          {"refund", booking.refund.empty() ? json() : json(booking.refund)},
          {"transaction", booking.transaction},
          {"amount_fen", booking.amount_fen}};
}

json bill_json(const running::Bill& bill) {
  json differences = json::array();
  for (const auto& difference : bill.differences) {
    differences.push_back({{"kind", payment::name(difference.kind)},
                           {"there", booking_json(difference.there)},
                           {"here", booking_json(difference.here)}});
  }
  return {{"day", bill.day},
          {"channel", bill.channel},
          {"at", time_text(bill.read_at_ms / 1000)},
          {"bookings", bill.booked.size()},
          {"differences", std::move(differences)}};
}

json mistake_json(const store::imports::Mistake& mistake) {
  return {{"row", mistake.row}, {"column", mistake.column}, {"why", mistake.why}};
}

Problem mistaken(const std::vector<store::imports::Mistake>& mistakes) {
  Problem problem{Fault::Invalid};
  for (const auto& mistake : mistakes) {
    problem.complaints.push_back({fmt::format("/{}/{}", mistake.row, mistake.column), mistake.why});
  }
  return problem;
}

// The key of a job has slashes; in a path it is base64 for addresses (RFC 4648, 5), unpadded.
std::string id_of(const std::string& key) {
  std::string id = crypto::to_base64(key);
  while (id.ends_with('=')) id.pop_back();
  std::ranges::replace(id, '+', '-');
  std::ranges::replace(id, '/', '_');
  return id;
}

std::optional<std::string> key_of(std::string id) {
  std::ranges::replace(id, '-', '+');
  std::ranges::replace(id, '_', '/');
  id.append((4 - id.size() % 4) % 4, '=');
  return crypto::from_base64(id);
}

// Who had what was given up done all the same.
auto note_revival(Office& office, const std::string& key, const std::string& by) {
  return office.orders.transact([&](store::orders::Saying& saying) {
    const json body{{"by", by}, {"job", key}};
    return store::ledger::append(saying.transaction, {"jobs", "job_revived", body.dump(),
                                                      saying.transaction.now_ms() / 1000});
  });
}

}  // namespace

Result<http::Answer> show_ledger(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto fit = only_asks(request, {"order", "after", "limit"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto limit = number_in_query(request, "limit", 1, kPageMost, kPageUsual);
  if (!limit) return tl::make_unexpected(limit.error());
  const auto after = number_in_query(request, "after", 0, kNumberMost, 0);
  if (!after) return tl::make_unexpected(after.error());
  const auto page = (*office)->orders.database().read([&](Transaction& transaction) {
    return audit::ledger_page(transaction, asked(request, "order"),
                              static_cast<std::uint64_t>(*after), static_cast<int>(*limit));
  });
  if (!page) return failed(page);
  json items = json::array();
  for (const auto& entry : *page) items.push_back(entry_json(entry));
  return answer_with(page_of(*page, *limit, std::move(items),
                             [](const audit::Entry& entry) { return entry.number; }));
}

Result<http::Answer> show_views(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto fit = only_asks(request, {"order", "viewer", "after", "limit"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto limit = number_in_query(request, "limit", 1, kPageMost, kPageUsual);
  if (!limit) return tl::make_unexpected(limit.error());
  const auto after = number_in_query(request, "after", 0, kNumberMost, 0);
  if (!after) return tl::make_unexpected(after.error());
  const auto views = scans::views((*office)->orders.database(),
                                  {.order = asked(request, "order"),
                                   .viewer = asked(request, "viewer"),
                                   .before = *after > 0 ? std::optional(*after) : std::nullopt,
                                   .limit = static_cast<int>(*limit)});
  if (!views) return failed(views);
  json items = json::array();
  for (const auto& view : *views) items.push_back(view_json(view));
  return answer_with(page_of(*views, *limit, std::move(items),
                             [](const scans::View& view) { return view.number; }));
}

Result<http::Answer> verify_ledger(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto fit = only_asks(request, {"whole"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto verified = (*office)->verifier.run(asked(request, "whole") == "true");
  if (!verified) return tl::make_unexpected(Problem{.fault = Fault::Busy, .retry_s = 5});
  if (!*verified) return failed(*verified);
  return answer_with(verified_json(**verified));
}

Result<http::Answer> show_statistics(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto fit = only_asks(request, {"days"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto days = number_in_query(request, "days", 1, kDaysMost, kDaysUsual);
  if (!days) return tl::make_unexpected(days.error());
  const auto all = (*office)->orders.database().read([&](Transaction& transaction) {
    return audit::statistics(transaction, static_cast<int>(*days), transaction.now_ms() / 1000);
  });
  if (!all) return failed(all);
  json items = json::array();
  for (const auto& day : *all) items.push_back(day_json(day));
  return answer_with({{"items", std::move(items)}, {"next", nullptr}});
}

Result<http::Answer> show_reconciliation(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto fit = only_asks(request, {"channel", "limit"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto limit = number_in_query(request, "limit", 1, kPageMost, kPageUsual);
  if (!limit) return tl::make_unexpected(limit.error());
  const auto bills = running::bills((*office)->orders.database(), static_cast<int>(*limit),
                                    asked(request, "channel"));
  if (!bills) return failed(bills);
  json items = json::array();
  for (const auto& bill : *bills) items.push_back(bill_json(bill));
  return answer_with({{"items", std::move(items)}, {"next", nullptr}});
}

Result<http::Answer> import_hall_keys(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto keys = store::imports::read_hall_keys(text_in(request));
  if (!keys) return tl::make_unexpected(mistaken(keys.error()));
  const auto imported =
      store::imports::import_hall_keys((*office)->orders, *keys, request.asker.id);
  if (!imported) return failed(imported);
  json refused = json::array();
  for (const auto& mistake : imported->refused) refused.push_back(mistake_json(mistake));
  return answer_with(
      {{"fresh", imported->fresh}, {"known", imported->known}, {"refused", std::move(refused)}});
}

Result<http::Answer> list_dead_jobs(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto fit = only_asks(request, {"limit"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto limit = number_in_query(request, "limit", 1, kPageMost, kPageUsual);
  if (!limit) return tl::make_unexpected(limit.error());
  const auto dead = (*office)->jobs.in_state("dead", static_cast<int>(*limit));
  if (!dead) return failed(dead);
  json items = json::array();
  for (const auto& job : *dead) {
    items.push_back({{"id", id_of(job.key)},
                     {"key", job.key},
                     {"stream", job.stream},
                     {"kind", job.kind},
                     {"tries", job.tries},
                     {"reason", job.reason}});
  }
  return answer_with({{"items", std::move(items)}, {"next", nullptr}});
}

Result<http::Answer> revive_job(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const std::string& id = request.path.find("job")->second;
  const auto key = key_of(id);
  if (!key) return tl::make_unexpected(Problem{Fault::NotFound});
  const auto revived = (*office)->jobs.revive(*key);
  if (!revived) return failed(revived);
  if (!*revived) return tl::make_unexpected(Problem{Fault::NotFound});
  if (const auto noted = note_revival(**office, *key, request.asker.id); !noted) {
    return failed(noted);
  }
  return answer_with({{"id", id}});
}

}  // namespace vermilion::service::server::handlers
