#include "service/server/handlers/review.hpp"

#include "service/server/handlers/desk_requests.hpp"
#include "service/server/handlers/review_json.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;
using json = nlohmann::ordered_json;

constexpr std::int64_t kPageMost = 200;
constexpr std::int64_t kPageUsual = 50;

const std::string& order_in(const Request& request) {
  return request.path.find("order")->second;
}

std::int64_t now_s() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

Result<json> case_json(const Request& request, Office& office, const std::string& order) {
  const auto shown = office.desk.look(order, request.asker.id);
  if (!shown) return tl::make_unexpected(problem_of(shown.error()));
  const auto project = office.project_of(shown->order.project, shown->order.terms_digest);
  return to_json(*shown, project.get(), office.order_json(request.asker, order));
}

// What is claimed is shown; should it be gone again in that moment, there is nothing to show.
Result<json> next_json(const Request& request, Office& office) {
  const auto next = office.desk.claim_next(request.asker.id);
  if (!next) return tl::make_unexpected(problem_of(next.error()));
  if (!*next) return json();
  return case_json(request, office, **next);
}

json queue_json(const std::vector<review::Waiting>& all, Office& office, std::size_t most) {
  const std::int64_t now = now_s();
  json items = json::array();
  for (const review::Waiting& waiting : all) {
    if (items.size() == most) break;
    const auto project = office.project_of(waiting.order->project, waiting.order->terms_digest);
    items.push_back(to_json(waiting, project.get(), now));
  }
  return {{"items", std::move(items)},
          {"next", nullptr},
          {"waiting", all.size()},
          {"mine", std::ranges::count_if(all, &review::Waiting::mine)},
          {"late",
           std::ranges::count_if(all, [&](const auto& waiting) { return now > waiting.until_s; })}};
}

struct Sent {
  review::Decision decision;
  bool next = false;
};

Result<Sent> decision_in(const Request& request) {
  Sent sent;
  review::Decision& decision = sent.decision;
  const auto read = read_body(request, [&](orders::Members& body) {
    decision.digest = body.sha256("digest");
    body.list("documents", 50, [&](orders::Members& item) {
      review::Decision::OnDocument document;
      document.slot = item.text("slot", 64);
      document.sha256 = item.sha256("sha256");
      document.accepted = item.flag("accepted");
      document.reasons = item.texts_if_any("reasons", 50, 500);
      decision.documents.push_back(std::move(document));
    });
    decision.wrong_project = body.flag_or("wrong_project", false);
    body.object_if_any("override", [&](orders::Members& let_pass) {
      decision.let_pass = review::Decision::LetPass{let_pass.text_if_any("reason", 500),
                                                    let_pass.text_if_any("digest", 64)};
    });
    sent.next = body.one_of<bool>("then", {{"next", true}, {"stay", false}});
  });
  if (!read) return tl::make_unexpected(read.error());
  const auto& let_pass = decision.let_pass;
  if (let_pass && let_pass->reason.empty() == let_pass->digest.empty()) {
    Problem problem{Fault::Invalid};
    problem.complaints.push_back({"/override", "应有 reason（第一人）或 digest（第二人）之一"});
    return tl::make_unexpected(std::move(problem));
  }
  return sent;
}

}  // namespace

Result<http::Answer> show_queue(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  if (const auto fit = only_asks(request, {"limit"}); !fit) return tl::make_unexpected(fit.error());
  const auto limit = number_in_query(request, "limit", 1, kPageMost, kPageUsual);
  if (!limit) return tl::make_unexpected(limit.error());
  const auto all = (*office)->desk.queue(request.asker.id);
  if (!all) return tl::make_unexpected(problem_of(all.error()));
  return answer_with(queue_json(*all, **office, static_cast<std::size_t>(*limit)));
}

Result<http::Answer> claim_next(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto next = next_json(request, **office);
  if (!next) return tl::make_unexpected(next.error());
  if (next->is_null()) return http::Answer{.status = 204, .headers = {}, .body = {}};
  return answer_with(*next);
}

Result<http::Answer> keep_claim(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto until = (*office)->desk.heartbeat(order_in(request), request.asker.id);
  if (!until) return tl::make_unexpected(problem_of(until.error()));
  return answer_with({{"until", time_text(until->time_since_epoch().count())}});
}

Result<http::Answer> show_case(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto shown = case_json(request, **office, order_in(request));
  if (!shown) return tl::make_unexpected(shown.error());
  return answer_with(*shown);
}

Result<http::Answer> decide_case(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto sent = decision_in(request);
  if (!sent) return tl::make_unexpected(sent.error());
  const auto decided = (*office)->desk.decide(order_in(request), request.asker.id, sent->decision);
  if (!decided) return tl::make_unexpected(problem_of(decided.error()));
  // The decision stands, whatever becomes of the next.
  const auto next = sent->next ? next_json(request, **office) : Result<json>(json());
  return answer_with({{"outcome", review::name_of(decided->outcome)},
                      {"version", decided->version},
                      {"next", next ? *next : json()}});
}

Result<http::Answer> show_precision(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  if (const auto fit = only_asks(request, {"rule"}); !fit) return tl::make_unexpected(fit.error());
  const auto all = (*office)->desk.precision(asked(request, "rule"));
  if (!all) return tl::make_unexpected(problem_of(all.error()));
  const auto samples = (*office)->desk.samples();
  if (!samples) return tl::make_unexpected(problem_of(samples.error()));
  json items = json::array();
  for (const auto& one : *all) items.push_back(to_json(one));
  return answer_with({{"items", std::move(items)},
                      {"next", nullptr},
                      {"samples",
                       {{"looked", samples->looked},
                        {"confirmed", samples->confirmed},
                        {"rejected", samples->rejected}}}});
}

}  // namespace vermilion::service::server::handlers
