#include "tests/service/review/an_office.hpp"

#include "service/authoring/files.hpp"
#include "service/store/ledger/verify.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace vermilion::tests {
namespace {

using namespace service;
using accounts::Asker;

std::optional<Asker> who(const http::Headers& headers) {
  const auto said = http::only(headers, "X-Who");
  if (!said) return std::nullopt;
  std::istringstream words{std::string(*said)};
  Asker asker;
  words >> asker.id;
  for (std::string role; words >> role;) {
    const auto found = std::ranges::find(accounts::kRoleNames, role);
    if (found == accounts::kRoleNames.end()) return std::nullopt;
    asker.roles = asker.roles | static_cast<accounts::Role>(found - accounts::kRoleNames.begin());
  }
  return asker;
}

}  // namespace

std::string Told::header(std::string_view name) const {
  return std::string(http::only(headers, name).value_or(""));
}

AnOffice::AnOffice(Backend backend, int per_thousand)
    : a(backend, per_thousand),
      kept(projects::Kept::open(a.store.database).value()),
      drafts(a.store.orders, *kept, a.reports),
      verifier(
          [this](bool) { return store::ledger::verify(a.store.database, {}, std::string_view()); }),
      jobs(a.store.orders),
      office{.orders = a.store.orders,
             .jobs = jobs,
             .desk = a.desk,
             .reports = a.reports,
             .project_of = [](const auto&, const auto&) { return the_project(); },
             .drafts = drafts,
             .trials = trials,
             .verifier = verifier,
             .order_json =
                 [this](const Asker&, const std::string& order) {
                   return nlohmann::ordered_json{
                       {"id", order}, {"stage", workflow::name_of(a.order(order).stage)}};
                 }} {
  server.resources.office = &office;
  server.resources.who = who;
  const auto set = authoring::sound(shipped_files());
  EXPECT_TRUE(set);
  EXPECT_TRUE(kept->publish(*set, "setup", "first"));
}

Told AnOffice::get(const std::string& asker, const std::string& target) {
  return send(asker, "GET", target, {});
}

Told AnOffice::post(const std::string& asker, const std::string& target,
                    const nlohmann::ordered_json& body, http::Headers headers) {
  if (body.is_null()) return send(asker, "POST", target, {}, std::move(headers));
  headers.push_back({"Content-Type", "application/json"});
  return send(asker, "POST", target, body.dump(), std::move(headers));
}

Told AnOffice::send(const std::string& asker, const std::string& method, const std::string& target,
                    std::string body, http::Headers headers) {
  if (!asker.empty()) headers.push_back({"X-Who", asker});
  auto outgoing = server::dispatch(
      server::incoming(method, target, std::move(headers), std::move(body)), server.resources);
  Told told{.status = outgoing.answer.status,
            .json = nlohmann::ordered_json::parse(outgoing.answer.body, nullptr, false),
            .body = outgoing.answer.body,
            .headers = outgoing.answer.headers};
  if (told.json.is_discarded()) told.json = nullptr;
  return told;
}

}  // namespace vermilion::tests
