#include "rules/comparison.hpp"

#include "rules/dates.hpp"
#include "rules/messages.hpp"
#include "rules/names.hpp"

#include <algorithm>
#include <array>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;

constexpr std::array<std::string_view, 4> kNames{"organisation", "legal_person", "agent",
                                                 "jiangxi_head"};

// The four ways names differ are one finding to a rule author.
bool is_about_names(FindingCode code) {
  return code == FindingCode::NameWidth || code == FindingCode::NameMissing ||
         code == FindingCode::NameExtra || code == FindingCode::NameChar;
}

// Two ways of writing one day.
bool are_one_day(const Comparison& comparison, const Sight& a, const Sight& b) {
  if (comparison.fact != "date") return false;
  const auto day = day_in(a.value);
  return day && day == day_in(b.value);
}

}  // namespace

std::optional<Sight> sight_of(std::string_view fact, std::string_view slot,
                              const pipeline::Report& report) {
  if (fact == "credit_code") {
    const auto& code = report.facts.credit_code;
    if (!code) return std::nullopt;
    return Sight{std::string(slot), code->value, code->box};
  }
  const auto field = report.facts.fields.find(fact);
  if (field == report.facts.fields.end()) return std::nullopt;
  return Sight{std::string(slot), field->second.value, field->second.box};
}

std::optional<Sight> sight_of(std::string_view fact, const OrderFacts& order) {
  const auto text = text_fact(order, fact);
  if (!text) return std::nullopt;
  return Sight{std::string(kTheOrder), std::string(*text)};
}

std::optional<Finding> difference(const Project& project, const Comparison& comparison,
                                  const Sight& read, const Sight& expected) {
  const auto how = name_difference(read.value, expected.value);
  if (!how || are_one_day(comparison, read, expected)) return std::nullopt;
  FindingCode code = comparison.finding;
  const bool name = std::ranges::find(kNames, comparison.fact) != kNames.end();
  if (name && is_about_names(code)) code = how->code;
  Finding found = pipeline::finding(code);
  found.check = "facts_agree";
  found.box = read.box;
  found.words = {{"read", read.value},
                 {"expected", expected.value},
                 {"differences", edits_text(*how)},
                 {"document", read.document},
                 {"other", expected.document}};
  sign(found, project, comparison);
  return found;
}

void sign(Finding& finding, const Project& project, const Comparison& comparison) {
  finding.rule = project.id + "/" + comparison.id;
  if (comparison.level) finding.level = *comparison.level;
  tell(finding, comparison.applicant);
}

void tell(Finding& finding, const LocalText& applicant) {
  if (!applicant.zh.empty()) finding.words[kRemedyZh] = applicant.zh;
  if (!applicant.en.empty()) finding.words[kRemedyEn] = applicant.en;
}

}  // namespace vermilion::rules
