#include "service/demo/office.hpp"

#include "rules/condition.hpp"
#include "service/demo/stories.hpp"
#include "service/orders/json.hpp"
#include "service/scans/order_facts.hpp"
#include "service/simulator/html.hpp"
#include "workflow/status.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <mutex>

namespace vermilion::service::demo {
namespace {

namespace orders = store::orders;
using simulator::escaped;
using simulator::section;

// Besides those of the stories: enough to try everything as somebody new.
constexpr std::uint64_t kStrangers = 8;

constexpr std::string_view kNote =
    "虚构单位的办公桌：用这里的单位注册，填好订单后取回已打印、盖章、扫描的材料。"
    "<small>Desks of invented organisations: register with one of them, and fetch its papers here, "
    "printed, stamped and scanned.</small>";

http::Answer text(int status, std::string said) {
  return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(said)};
}

Flaw flaw_in(std::string_view query) {
  if (query == "flaw=faded_seal") return Flaw::FadedSeal;
  return query == "flaw=no_seal" ? Flaw::NoSeal : Flaw::None;
}

// Where scans can be uploaded: before submission, and after a refusal.
std::vector<orders::Line> wanting_papers(store::database::Transaction& transaction) {
  return orders::lines(transaction, {.stages = {"draft", "rejected"}});
}

std::string people(const std::map<std::string, Applicant>& known) {
  std::string rows;
  for (const auto& [credit_code, who] : known) {
    rows += fmt::format("<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>",
                        escaped(credit_code), escaped(who.name), escaped(who.agent), who.mobile);
  }
  return section("虚构单位", "Invented organisations",
                 "<th>统一社会信用代码<th>名称<th>经办人<th>手机", rows, "");
}

std::string links(const scans::House& house, const workflow::Order& order) {
  const auto project = house.rules(order.project, order.terms_digest);
  if (!project) return {};
  const auto facts = scans::facts_of(order, {});
  std::string all;
  for (const rules::Slot& slot : project->slots) {
    if (rules::evaluate(slot.when, facts) == rules::Truth::No) continue;
    const std::string path =
        fmt::format("/office/orders/{}/{}", escaped(order.id), escaped(slot.id));
    all +=
        fmt::format(R"(<a href="{0}">{1}</a> <a href="{0}?flaw=faded_seal">（印章太淡）</a><br>)",
                    path, escaped(slot.shown_name().zh));
  }
  return all;
}

}  // namespace

void Office::open(scans::House& house) {
  const std::unique_lock lock(mutex_);
  house_ = &house;
  for (std::uint64_t i = 0; i < kApplicants + kStrangers; ++i) {
    Applicant who = invented(kFirstSeed + i);
    known_.emplace(who.credit_code, std::move(who));
  }
}

void Office::close() {
  const std::unique_lock lock(mutex_);
  house_ = nullptr;
}

std::optional<http::Answer> Office::answer(const http::Request& request) {
  constexpr std::string_view kOffice = "/office";
  if (request.method != "GET" || !request.path.starts_with(kOffice)) return std::nullopt;
  try {
    return told(std::string_view(request.path).substr(kOffice.size()));
  } catch (const OffTheScript& error) {
    return text(409, error.what());
  }
}

http::Answer Office::told(std::string_view path) {
  constexpr std::string_view kApplicant = "/applicants/";
  constexpr std::string_view kOrder = "/orders/";
  if (path.empty() || path == "/") return page();
  if (path.starts_with(kApplicant)) return particulars(path.substr(kApplicant.size()));
  const auto query = std::min(path.find('?'), path.size());
  const auto slot = path.rfind('/', query);
  if (!path.starts_with(kOrder) || slot <= kOrder.size()) return text(404, "no such paper\n");
  return paper(std::string(path.substr(kOrder.size(), slot - kOrder.size())),
               std::string(path.substr(slot + 1, query - slot - 1)),
               flaw_in(path.substr(std::min(query + 1, path.size()))));
}

http::Answer Office::particulars(std::string_view seed) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(seed.data(), seed.data() + seed.size(), number);
  if (read.ec != std::errc() || read.ptr != seed.data() + seed.size())
    return text(404, "no seed\n");
  const Applicant who = invented(number);
  const Json json{{"credit_code", who.credit_code},
                  {"name", who.name},
                  {"legal_person", who.legal_person},
                  {"agent", who.agent},
                  {"mobile", who.mobile},
                  {"address", who.address}};
  const std::unique_lock lock(mutex_);
  known_.insert_or_assign(who.credit_code, who);
  return {200, {{"Content-Type", "application/json"}}, json.dump()};
}

std::optional<Applicant> Office::of(const std::string& credit_code) {
  const auto found = known_.find(credit_code);
  return found == known_.end() ? std::nullopt : std::optional(found->second);
}

http::Answer Office::paper(const std::string& id, const std::string& slot, Flaw flaw) {
  const std::shared_lock lock(mutex_);
  if (house_ == nullptr) return text(503, "nobody is there\n");
  const auto order = house_->orders.order(id);
  if (!order) return text(404, "no such order\n");
  const auto who = of(order->organisation);
  if (!who) return text(404, "nobody of that organisation is here\n");
  Paper paper = paper_for(*house_, *order, slot, *who, flaw);
  const auto extension = paper.type.substr(paper.type.find('/') + 1);
  return {200,
          {{"Content-Type", paper.type},
           {"Cache-Control", "no-store"},
           {"Content-Disposition", fmt::format("inline; filename=\"{}.{}\"", slot, extension)}},
          std::move(paper.bytes)};
}

http::Answer Office::page() {
  const std::shared_lock lock(mutex_);
  if (house_ == nullptr) return text(503, "nobody is there\n");
  const auto lines = house_->orders.database().read(wanting_papers);
  if (!lines) return text(503, lines.error().detail);
  std::string rows;
  for (const orders::Line& line : *lines) {
    const auto order = house_->orders.order(line.id);
    if (!order || !of(line.organisation)) continue;
    rows += fmt::format("<tr><td><code>{}</code></td><td>{}</td><td>{}</td></tr>", escaped(line.id),
                        escaped(line.organisation_name), links(*house_, *order));
  }
  const std::string body = section("待上传的材料", "Papers to upload", "<th>订单<th>单位<th>材料",
                                   rows, "没有等待材料的订单") +
                           people(known_);
  return simulator::html(
      simulator::html_page("申请人的办公桌", "An applicant's desk", kNote, {}, body));
}

std::vector<simulator::Key> Office::issued() {
  const std::shared_lock lock(mutex_);
  if (house_ == nullptr) return {};
  const auto rows = house_->orders.database().read([](store::database::Transaction& transaction) {
    return transaction.rows<std::string, std::string, std::string, std::int64_t>(
        "SELECT key_id, serial, organisation, valid_until FROM certificates WHERE order_id <> ''"
        " ORDER BY valid_until");
  });
  if (!rows) return {};
  std::map<std::string, simulator::Key> last;
  for (const auto& [key_id, serial, organisation, valid_until_s] : *rows) {
    const auto who = of(organisation);
    const auto until = workflow::Instant(std::chrono::seconds(valid_until_s));
    last.insert_or_assign(key_id, simulator::Key{key_id, serial, who ? who->name : organisation,
                                                 service::orders::written(until)});
  }
  std::vector<simulator::Key> keys;
  for (auto& [key_id, key] : last) keys.push_back(std::move(key));
  return keys;
}

}  // namespace vermilion::service::demo
