#include "service/server/handlers/webhooks.hpp"

#include "service/server/resources.hpp"
#include "service/webhooks/webhooks.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

using Json = nlohmann::ordered_json;
using Result = tl::expected<http::Answer, Problem>;
using webhooks::Wanted;
using webhooks::Webhook;

template <class T>
T read(store::database::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().detail);
  return *std::move(result);
}

Json json_of(const Webhook& webhook) {
  return {{"id", webhook.id},          {"client", webhook.client},
          {"url", webhook.url},        {"events", webhook.events},
          {"failures", webhook.tries}, {"reason", webhook.reason},
          {"gone", webhook.gone},      {"dead_letters", webhook.dead_letters}};
}

http::Answer answer(int status, const Json& json) {
  return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = json.dump()};
}

tl::unexpected<Problem> invalid(std::vector<Complaint> complaints) {
  return tl::make_unexpected(Problem{.fault = Fault::Invalid, .complaints = std::move(complaints)});
}

std::vector<Complaint> wrong_shape(const Json& json) {
  std::vector<Complaint> complaints;
  for (const auto& [name, value] : json.items()) {
    const bool is_text = (name == "url" || name == "client") && value.is_string();
    const bool is_list =
        name == "events" && value.is_array() &&
        std::ranges::all_of(value, [](const Json& one) { return one.is_string(); });
    if (!is_text && !is_list) {
      complaints.push_back({"/" + name, "没有这一项，或类型不对 (unknown, or of another kind)"});
    }
  }
  return complaints;
}

tl::expected<Wanted, Problem> wanted_in(const Request& request, webhooks::Reach reach) {
  const auto json = Json::parse(
      request.body.begin(), request.body.end(),
      [](int, Json::parse_event_t, Json&) { return true; }, false);
  if (!json.is_object()) return invalid({{"", "须为 JSON 对象 (a JSON object is expected)"}});
  auto complaints = wrong_shape(json);
  if (!complaints.empty()) return invalid(std::move(complaints));
  Wanted wanted{json.value("client", ""), json.value("url", ""),
                json.value("events", std::vector<std::string>())};
  for (auto& [pointer, detail] : webhooks::mistakes_in(wanted, reach)) {
    complaints.push_back({std::move(pointer), std::move(detail)});
  }
  if (!complaints.empty()) return invalid(std::move(complaints));
  return wanted;
}

tl::unexpected<Problem> none() {
  return tl::make_unexpected(Problem{Fault::NotFound});
}

}  // namespace

Result list_webhooks(const Request& /*request*/, Resources& resources) {
  if (resources.webhooks == nullptr) return none();
  Json items = Json::array();
  for (const Webhook& one : read(webhooks::all(resources.webhooks->database))) {
    items.push_back(json_of(one));
  }
  return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

Result add_webhook(const Request& request, Resources& resources) {
  if (resources.webhooks == nullptr) return none();
  const auto& all = *resources.webhooks;
  const auto wanted = wanted_in(request, all.reach);
  if (!wanted) return tl::make_unexpected(wanted.error());
  const auto made = read(webhooks::add(all.database, *wanted, request.asker.id));
  Json json = json_of(made);
  json["secret"] = webhooks::secret_of(all.key, made.id);
  return answer(201, json);
}

Result remove_webhook(const Request& request, Resources& resources) {
  if (resources.webhooks == nullptr) return none();
  const bool removed =
      read(webhooks::remove(resources.webhooks->database, request.path.at("webhook")));
  if (!removed) return none();
  return http::Answer{.status = 204, .headers = {}, .body = {}};
}

}  // namespace vermilion::service::server::handlers
