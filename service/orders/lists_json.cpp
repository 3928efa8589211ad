#include "service/orders/lists_json.hpp"

#include "service/orders/order_json.hpp"
#include "service/orders/words.hpp"
#include "service/store/record/names.hpp"
#include "workflow/status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace vermilion::service::orders {
namespace {

namespace wf = workflow;
using store::record::named;
using store::record::stored_name;

wf::Instant instant(std::int64_t seconds) {
  return wf::Instant(std::chrono::seconds(seconds));
}

Json status_json(const store::orders::Line& line) {
  const auto status = named<wf::Status>(line.status).value_or(wf::Status{});
  std::string zh = wf::status_text(status, wf::Language::Chinese);
  std::string en = wf::status_text(status, wf::Language::English);
  if (line.stage == wf::name_of(wf::Stage::Void)) {
    zh += "（作废）";
    en += " (void)";
  }
  return coded(line.status, zh, en);
}

Json payment_json(const store::orders::Line& line) {
  const auto status = named<wf::PaymentStatus>(line.payment_status).value_or(wf::PaymentStatus{});
  return coded(line.payment_status, wf::payment_status_text(status, wf::Language::Chinese),
               wf::payment_status_text(status, wf::Language::English));
}

Json part_json(const std::string& role) {
  const auto found = std::ranges::find(wf::kRoleNames, role, &wf::RoleName::name);
  if (found == wf::kRoleNames.end()) return nullptr;
  return coded(role, words_of(static_cast<wf::Role>(found - wf::kRoleNames.begin())));
}

// The end of a claim is no promise: who holds it renews it.
Json waiting_json(const store::orders::Line& line) {
  const bool promised = line.waiting_for != wf::name_of(wf::WaitingFor::TheReviewer);
  return {
      {"what", line.waiting_for},
      {"turn", part_json(line.turn)},
      {"since", written(instant(line.since_s))},
      {"until", promised && line.until_s ? Json(written(instant(*line.until_s))) : Json(nullptr)}};
}

bool is_persons(wf::Role role) {
  return role != wf::Role::System;
}

Json actor_json(const wf::Actor& by, bool for_staff) {
  const Words words = words_of(by.role);
  Json json{{"role", name_of(by.role)}, {"zh", words.zh}, {"en", words.en}};
  if (for_staff && is_persons(by.role)) json["id"] = by.id;
  return json;
}

bool is_in_window(const wf::OperationTerms& offered, wf::Instant end, wf::Instant now) {
  if (!offered.window) return true;
  return end - std::chrono::days(offered.window->before_days) <= now &&
         now <= end + std::chrono::days(offered.window->after_days);
}

bool is_open(const wf::OperationTerms& offered) {
  return std::ranges::any_of(
      offered.variants, [](const wf::VariantTerms& variant) { return variant.fee.has_value(); });
}

bool can(wf::Operation operation, const OwnCertificate& own, const wf::ProjectTerms* terms,
         wf::Instant now) {
  if (terms == nullptr || terms->draft || own.revoked) return false;
  const wf::OperationTerms* offered = wf::find_operation(*terms, operation);
  return offered != nullptr && is_open(*offered) &&
         is_in_window(*offered, own.certificate.valid_until, now);
}

}  // namespace

Json line_json(const store::orders::Line& line, const rules::Project* rules) {
  return {
      {"id", line.id},
      {"version", line.version},
      {"begun_at", written(instant(line.begun_at_s))},
      {"organisation", {{"credit_code", line.organisation}, {"name", line.organisation_name}}},
      {"project", project_json(rules, line.project)},
      {"operation", operation_json(line.operation)},
      {"variant", variant_json(rules, line.operation, line.variant)},
      {"status", status_json(line)},
      {"payment_status", payment_json(line)},
      {"stage", coded(line.stage, words_of(named<wf::Stage>(line.stage).value_or(wf::Stage{})))},
      {"waiting", waiting_json(line)}};
}

std::string cursor_of(const store::orders::Line& line) {
  return fmt::format("{}.{}", line.since_s, line.id);
}

std::optional<store::orders::Behind> place_of(std::string_view cursor) {
  const std::size_t dot = cursor.find('.');
  if (dot == cursor.npos || dot + 1 == cursor.size()) return std::nullopt;
  store::orders::Behind behind{0, std::string(cursor.substr(dot + 1))};
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + dot, behind.since_s);
  if (error != std::errc() || end != cursor.data() + dot) return std::nullopt;
  return behind;
}

Json history_json(const std::vector<wf::Event>& events, bool for_staff) {
  Json items = Json::array();
  for (const wf::Event& event : events) {
    const Words words = words_of(event.kind);
    items.push_back({{"number", items.size() + 1},
                     {"at", written(event.at)},
                     {"by", actor_json(event.by, for_staff)},
                     {"event", name_of(event.kind)},
                     {"zh", words.zh},
                     {"en", words.en}});
  }
  return {{"items", std::move(items)}, {"next", nullptr}};
}

std::vector<OwnCertificate> certificates_of(store::database::Transaction& transaction,
                                            const std::string& organisation) {
  std::vector<OwnCertificate> all;
  for (auto& [serial, key_id, project, main_key, valid_until, revoked] :
       transaction
           .rows<std::string, std::string, std::string, std::int64_t, std::int64_t, std::int64_t>(
               "SELECT serial, key_id, project, main_key, MAX(valid_until),"
               " (SELECT COUNT(*) FROM revocations WHERE revocations.serial = certificates.serial)"
               " FROM certificates WHERE organisation = $1"
               " GROUP BY serial, key_id, project, main_key ORDER BY MAX(valid_until) DESC, serial",
               {organisation})) {
    all.push_back({{std::move(serial), std::move(key_id), instant(valid_until), main_key != 0},
                   std::move(project),
                   revoked != 0});
  }
  return all;
}

Json certificate_json(const OwnCertificate& own, const projects::Kept& rules, wf::Instant now) {
  const auto terms = rules.current(own.project);
  const auto project = rules.current_rules(own.project);
  return {{"serial", own.certificate.serial},
          {"key_id", own.certificate.key_id},
          {"project", project_json(project.get(), own.project)},
          {"valid_until", written(own.certificate.valid_until)},
          {"main_key", own.certificate.main_key},
          {"revoked", own.revoked},
          {"can",
           {{"reissue", can(wf::Operation::Reissue, own, terms.get(), now)},
            {"renew", can(wf::Operation::Renew, own, terms.get(), now)}}}};
}

}  // namespace vermilion::service::orders
