#include "service/server/handlers/review_json.hpp"

#include "rules/messages.hpp"
#include "service/server/handlers/desk_requests.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

using json = nlohmann::ordered_json;
using review::Reason;
using rules::Language;

json risk_json(const review::Risk& risk) {
  json reasons = json::array();
  for (const auto sign : risk.signs) {
    const auto& weight = review::weight_of(sign);
    reasons.push_back(
        {{"code", weight.code}, {"zh", weight.zh}, {"en", weight.en}, {"points", weight.points}});
  }
  return {{"points", risk.points}, {"reasons", std::move(reasons)}};
}

json finding_json(const std::string& code, int count) {
  const auto known = pipeline::finding_code(code);
  const auto label = [&](Language language) {
    return known ? rules::text_of(*known, language).label : code;
  };
  return {{"code", code},
          {"zh", label(Language::Chinese)},
          {"en", label(Language::English)},
          {"count", count}};
}

json project_json(const std::string& id, const rules::Project* project) {
  return {{"code", id},
          {"zh", project == nullptr ? id : project->name.zh},
          {"en", project == nullptr ? id : project->name.in(Language::English)}};
}

json reason_json(const Reason& reason) {
  return {{"code", reason.code},
          {"zh", reason.zh},
          {"en", reason.en},
          {"from_finding", reason.from_finding}};
}

std::string picture_of(const std::string& order, const std::string& slot,
                       const std::optional<std::int64_t>& version) {
  const std::string at = fmt::format("/api/v1/orders/{}/documents/{}/picture", order, slot);
  return version ? fmt::format("{}?version={}", at, *version) : at;
}

json version_json(const std::optional<std::int64_t>& version) {
  return version ? json(*version) : json();
}

json previous_json(const review::Previous& previous, const std::string& order,
                   const std::string& slot, const rules::Slot* rules) {
  json reasons = json::array();
  for (const std::string& code : previous.reasons) {
    reasons.push_back(reason_json(review::reason_of(code, rules)));
  }
  return {{"sha256", previous.sha256},
          {"version", version_json(previous.version)},
          {"picture", previous.version ? json(picture_of(order, slot, previous.version)) : json()},
          {"accepted", previous.accepted},
          {"reasons", std::move(reasons)}};
}

std::string_view decision_name(workflow::Document::Decision decision) {
  constexpr std::array<std::string_view, 3> kNames{"none", "accepted", "rejected"};
  return kNames[static_cast<std::size_t>(decision)];
}

json document_json(const review::ShownDocument& shown, const std::string& order,
                   const rules::Project* project) {
  const rules::Slot* slot = project == nullptr ? nullptr : rules::find_slot(*project, shown.slot);
  json reasons = json::array();
  for (const Reason& reason : shown.reasons) reasons.push_back(reason_json(reason));
  return {{"slot", shown.slot},
          {"name", {{"zh", shown.name_zh}, {"en", shown.name_en}}},
          {"sha256", shown.document.sha256},
          {"version", version_json(shown.version)},
          {"picture", picture_of(order, shown.slot, shown.version)},
          {"verdict", shown.reading ? json(shown.reading->verdict) : json()},
          {"sampled", shown.reading && shown.reading->sampled},
          {"to_look_at", shown.to_look_at},
          {"outdated", shown.document.outdated},
          {"overridden", shown.document.overridden},
          {"decision", decision_name(shown.document.decision)},
          {"report", shown.report},
          {"reasons", std::move(reasons)},
          {"previous",
           shown.previous ? previous_json(*shown.previous, order, shown.slot, slot) : json()}};
}

}  // namespace

json to_json(const review::Waiting& waiting, const rules::Project* project, std::int64_t now_s) {
  const workflow::Order& order = *waiting.order;
  json findings = json::array();
  for (const auto& [code, count] : waiting.findings) findings.push_back(finding_json(code, count));
  return {
      {"order", order.id},
      {"project", project_json(order.project, project)},
      {"operation", workflow::name_of(order.operation)},
      {"variant", order.variant},
      {"organisation", {{"credit_code", order.organisation}, {"name", order.organisation_name}}},
      {"submitted_at", time_text(waiting.since_s)},
      {"until", time_text(waiting.until_s)},
      {"late", now_s > waiting.until_s},
      {"risk", risk_json(waiting.risk)},
      {"findings", std::move(findings)},
      {"resubmission", waiting.resubmission},
      {"mine", waiting.mine},
      {"held", waiting.held},
      {"asks_second", waiting.asks_second}};
}

json to_json(const review::Case& shown, const rules::Project* project, json order) {
  json documents = json::array();
  for (const auto& document : shown.documents) {
    documents.push_back(document_json(document, shown.order.id, project));
  }
  json second;
  if (shown.second) {
    second = {{"asked_by", shown.second->asked_by},
              {"reason", shown.second->reason},
              {"digest", shown.second->digest}};
  }
  return {{"order", std::move(order)},
          {"until", time_text(shown.order.claim.until.time_since_epoch().count())},
          {"documents", std::move(documents)},
          {"second_person", std::move(second)},
          {"digest", shown.digest}};
}

json to_json(const review::RulePrecision& precision) {
  const int share = precision.precision_per_thousand();
  return {{"rule", precision.rule},     {"code", precision.code},
          {"upheld", precision.upheld}, {"overturned", precision.overturned},
          {"missed", precision.missed}, {"precision", share < 0 ? json() : json(share / 1000.0)}};
}

}  // namespace vermilion::service::server::handlers
