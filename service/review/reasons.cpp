#include "service/review/reasons.hpp"

#include "rules/messages.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace vermilion::service::review {
namespace {

using nlohmann::ordered_json;
using rules::Language;

constexpr std::string_view kQuestion = "review/";

class Reasons {
 public:
  std::vector<Reason> all;

  void add(Reason reason) {
    if (reason.code.empty() || std::ranges::count(all, reason.code, &Reason::code) > 0) return;
    all.push_back(std::move(reason));
  }
};

std::string text_at(const ordered_json& object, const char* name) {
  return object.contains(name) && object[name].is_string() ? object[name].get<std::string>() : "";
}

std::string sentence(const std::string& message, const std::string& remedy) {
  return remedy.empty() ? message : fmt::format("{} {}", message, remedy);
}

void add_findings(const ordered_json& report, const char* member, Reasons& reasons) {
  if (!report.is_object() || !report.contains(member)) return;
  for (const ordered_json& finding : report[member]) {
    if (text_at(finding, "level") == "note") continue;
    reasons.add({.code = text_at(finding, "code"),
                 .zh = sentence(text_at(finding, "message"), text_at(finding, "remedy")),
                 .en = sentence(text_at(finding, "message_en"), text_at(finding, "remedy_en")),
                 .from_finding = true});
  }
}

Reason question(const rules::Rule& rule) {
  return {.code = fmt::format("{}{}", kQuestion, rule.id),
          .zh = fmt::format("不符合要求：{}", rule.review.zh),
          .en = fmt::format("Not as asked: {}", rule.review.in(Language::English))};
}

// What was measured on this scan is not known.
Reason in_general(pipeline::FindingCode code) {
  const rules::Text& zh = rules::text_of(code, Language::Chinese);
  const rules::Text& en = rules::text_of(code, Language::English);
  return {.code = std::string(pipeline::name(code)),
          .zh = fmt::format("{}。{}", zh.label, zh.remedy),
          .en = fmt::format("{}. {}", en.label, en.remedy)};
}

// The alternative the scan turned out to be, or all of them.
std::vector<const rules::DocumentType*> types_of(const rules::Slot& slot, std::string_view type) {
  std::vector<const rules::DocumentType*> types;
  for (const rules::DocumentType& one : slot.alternatives) {
    if (one.id == type) return {&one};
    types.push_back(&one);
  }
  return types;
}

const rules::Rule* question_named(const rules::Slot& slot, std::string_view id) {
  for (const rules::DocumentType& type : slot.alternatives) {
    const rules::Rule* rule = rules::find_rule(type, id);
    if (rule != nullptr && !rule->review.empty()) return rule;
  }
  return nullptr;
}

}  // namespace

std::vector<Reason> reasons_for(const rules::Slot& slot, std::string_view type,
                                const ordered_json& report,
                                std::span<const pipeline::CheckDescription> checks) {
  Reasons reasons;
  add_findings(report, "findings", reasons);
  add_findings(report, "cross", reasons);
  const auto types = types_of(slot, type);
  for (const auto* one : types) {
    for (const rules::Rule& rule : one->rules) {
      if (!rule.review.empty()) reasons.add(question(rule));
    }
  }
  for (const auto* one : types) {
    for (const rules::Rule& rule : one->rules) {
      const auto check = std::ranges::find(checks, rule.check, &pipeline::CheckDescription::id);
      if (check == checks.end()) continue;
      for (const auto code : check->finds) reasons.add(in_general(code));
    }
  }
  return reasons.all;
}

Reason reason_of(std::string_view code, const rules::Slot* slot) {
  if (const auto found = pipeline::finding_code(code)) return in_general(*found);
  if (slot != nullptr && code.starts_with(kQuestion)) {
    const auto* rule = question_named(*slot, code.substr(kQuestion.size()));
    if (rule != nullptr) return question(*rule);
  }
  return {.code = std::string(code), .zh = std::string(code), .en = std::string(code)};
}

}  // namespace vermilion::service::review
