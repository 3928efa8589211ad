#include "tests/service/orders/an_api.hpp"

#include "service/server/dispatch.hpp"
#include "tests/service/orders/promised.hpp"
#include "tests/service/projects/shipped_rules.hpp"
#include "workflow/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace vermilion::tests {
namespace {

namespace org = workflow::organisation;
using service::accounts::Asker;
using service::accounts::kRoleNames;
using service::accounts::Role;
using service::server::dispatch;
using service::server::incoming;

// A Monday morning in Beijing.
constexpr std::int64_t kMorningMs = 1'795'395'600'000;

Options with_clock(std::shared_ptr<std::atomic<std::int64_t>> clock) {
  Options options;
  options.clock_ms = [clock] { return clock->load(); };
  return options;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

std::optional<Asker> asker_of(const service::http::Headers& headers) {
  const auto said = service::http::only(headers, "As");
  if (!said) return std::nullopt;
  const auto parts = split(std::string(*said), ':');
  Asker asker{parts.at(1), {}, parts.size() > 2 ? parts[2] : ""};
  for (const std::string& name : split(parts[0], ',')) {
    const auto role = std::ranges::find(kRoleNames, name) - kRoleNames.begin();
    asker.roles = asker.roles | static_cast<Role>(role);
  }
  return asker;
}

std::unique_ptr<service::projects::Kept> published(Database& database) {
  auto kept = service::projects::Kept::open(database);
  EXPECT_TRUE(kept) << kept.error();
  const auto done = (*kept)->publish(read(files_with_every_fee()), "author", "first");
  EXPECT_TRUE(done) << done.error().detail;
  return std::move(*kept);
}

std::string header_in(const service::http::Answer& answer, std::string_view name) {
  const auto value = service::http::only(answer.headers, name);
  return value ? std::string(*value) : "";
}

}  // namespace

AnApi::AnApi(Backend backend)
    : now_ms_(std::make_shared<std::atomic<std::int64_t>>(kMorningMs)),
      a_(backend),
      database(a_.migrated(with_clock(now_ms_))),
      rules(published(database)),
      orders(database, *rules, workflow::WorkingDays::shipped()),
      clerk(orders, *rules, workflow::WorkingDays::shipped()) {
  server_.resources.who = asker_of;
  server_.resources.clerk = &clerk;
}

Answered AnApi::ask(const AnAsker& who, const std::string& method, const std::string& path,
                    const nlohmann::json& body, service::http::Headers more) {
  if (!who.roles.empty()) {
    more.push_back({"As", fmt::format("{}:{}:{}", who.roles, who.id, who.organisation)});
  }
  const std::string text = body.is_null()     ? ""
                           : body.is_string() ? body.get<std::string>()
                                              : body.dump();
  if (!text.empty()) more.push_back({"Content-Type", "application/json"});
  const auto answer = dispatch(incoming(method, path, more, text), server_.resources).answer;
  Answered answered{answer.status, nlohmann::json::parse(answer.body, nullptr, false), answer.body,
                    header_in(answer, "ETag"), header_in(answer, "Location")};
  const auto match = service::server::find_route(method, path.substr(0, path.find('?')));
  if (match) {
    EXPECT_EQ(broken_promise(method, match->route->path, answer.status, answered.body), "")
        << method << " " << path;
  }
  return answered;
}

Answered AnApi::post(const AnAsker& who, const std::string& path, const nlohmann::json& body) {
  return ask(who, "POST", path, body, {{"Idempotency-Key", fmt::format("key-{:08}", ++keys_)}});
}

AnAsker AnApi::an_applicant(const std::string& credit_code) {
  const auto say = [&](org::Body body) {
    const org::Command command{
        fmt::format("o{}", ++said_), {workflow::Role::Applicant, "x"}, std::move(body)};
    const auto said = orders.say(credit_code, command);
    ASSERT_TRUE(said && *said);
  };
  say(org::SendCode{org::Purpose::Register, "13807010001", "d", true});
  say(org::EnterCode{org::Purpose::Register, "13807010001", "d"});
  say(org::Register{credit_code, "鹰潭市样例有限公司", "s", "张三", "13807010001"});
  return {"applicant", "seat-" + credit_code, credit_code};
}

void AnApi::import_certificate(const std::string& credit_code, const std::string& project,
                               const std::string& serial, bool main_key, int days_left) {
  ASSERT_TRUE(orders.import_certificate(
      {credit_code,
       project,
       {serial, serial + "-KEY", now() + std::chrono::days(days_left), main_key}}));
}

void AnApi::note(const std::string& id, workflow::Body body) {
  const auto said = orders.say(
      id,
      {fmt::format("system/{}", ++said_), {workflow::Role::System, "machine"}, std::move(body)});
  ASSERT_TRUE(said) << said.error().detail;
  ASSERT_TRUE(*said) << workflow::name_of(said->error().code);
}

void AnApi::fill_slots(const std::string& id, const AnAsker& applicant) {
  const auto shown = get(applicant, "/api/v1/orders/" + id);
  for (const auto& slot : shown.body["slots"]) {
    const std::string name = slot["id"];
    const std::string sha256 = workflow::sha256_of(id + name);
    const auto said = orders.say(id, {fmt::format("upload/{}", ++said_),
                                      {workflow::Role::Applicant, applicant.id},
                                      workflow::UploadDocument{name, sha256}});
    ASSERT_TRUE(said && *said) << name;
    workflow::NoteInspection noted{name, sha256};
    if (slot["from_template"]) {
      noted.mark = workflow::TemplateMark{id, shown.body["generation"].get<unsigned>()};
    }
    note(id, noted);
  }
}

workflow::Order AnApi::order(const std::string& id) {
  const auto found = orders.order(id);
  EXPECT_TRUE(found);
  return found ? *found : workflow::Order{};
}

}  // namespace vermilion::tests
