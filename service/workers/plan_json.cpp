#include "service/workers/plan_json.hpp"

#include "service/workers/template_json.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::workers {
namespace {

using nlohmann::json;
using pipeline::CheckRequest;
using pipeline::FindingCode;
using pipeline::Level;
using pipeline::Plan;

json levels_json(const std::map<FindingCode, Level>& levels) {
  json pairs = json::array();
  for (const auto& [code, level] : levels) {
    pairs.push_back({static_cast<int>(code), static_cast<int>(level)});
  }
  return pairs;
}

std::map<FindingCode, Level> levels_of(const json& pairs) {
  std::map<FindingCode, Level> levels;
  for (const json& pair : pairs) {
    levels[static_cast<FindingCode>(pair.at(0).get<int>())] =
        static_cast<Level>(pair.at(1).get<int>());
  }
  return levels;
}

json field_json(const pipeline::FieldRequest& field) {
  json object{{"fact", field.fact}};
  if (field.expected) object["expected"] = *field.expected;
  return object;
}

json request_json(const CheckRequest& request) {
  return {{"check", request.check},
          {"rule", request.rule},
          {"parameters", request.parameters},
          {"levels", levels_json(request.levels)}};
}

CheckRequest request_of(const json& object) {
  return {.check = object.at("check"),
          .rule = object.at("rule"),
          .parameters = object.at("parameters"),
          .levels = levels_of(object.at("levels"))};
}

std::optional<std::string> text_of(const json& object, const char* member) {
  const auto found = object.find(member);
  return found == object.end() ? std::nullopt : std::optional(found->get<std::string>());
}

}  // namespace

json plan_json(const Plan& plan) {
  json object{{"max_bytes", plan.max_bytes}, {"seal_pictures", plan.seal_pictures}};
  if (plan.today) object["today_days"] = plan.today->time_since_epoch().count();
  if (plan.document) object["document"] = *plan.document;
  if (plan.expected_code) object["expected_code"] = *plan.expected_code;
  if (plan.expected_citizen_id) object["expected_citizen_id"] = *plan.expected_citizen_id;
  if (plan.form) object["form"] = template_json(*plan.form);
  json& fields = object["fields"] = json::array();
  for (const auto& field : plan.fields) fields.push_back(field_json(field));
  json& checks = object["checks"] = json::array();
  for (const CheckRequest& request : plan.checks) checks.push_back(request_json(request));
  return object;
}

Plan plan_of(const json& object) {
  Plan plan{.max_bytes = object.at("max_bytes"),
            .checks = {},
            .document = text_of(object, "document"),
            .expected_code = text_of(object, "expected_code"),
            .expected_citizen_id = text_of(object, "expected_citizen_id"),
            .fields = {},
            .form = {},
            .seal_pictures = object.at("seal_pictures"),
            .today = {}};
  if (const auto today = object.find("today_days"); today != object.end()) {
    plan.today = std::chrono::sys_days(std::chrono::days(today->get<int>()));
  }
  if (object.contains("form")) plan.form = template_of(object.at("form"));
  for (const json& field : object.at("fields")) {
    plan.fields.push_back({field.at("fact"), text_of(field, "expected")});
  }
  for (const json& request : object.at("checks")) plan.checks.push_back(request_of(request));
  return plan;
}

}  // namespace vermilion::service::workers
