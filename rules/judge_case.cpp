#include "rules/judge_case.hpp"

#include "rules/judge_document.hpp"
#include "rules/judge_order.hpp"
#include "rules/project_plan.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;

const Slot& slot_of(const Project& project, const CaseDocument& document) {
  const Slot* slot = find_slot(project, document.slot);
  assert(slot != nullptr && "validation looks slots up");
  return *slot;
}

// "licence_scanned" of "housing_inside/licence_copy/licence_scanned".
std::string_view rule_id(const Finding& finding) {
  const std::string_view rule = finding.rule;
  return rule.substr(rule.rfind('/') + 1);
}

// A finding speaks by its code and by its rule; one that is only recorded by its rule.
bool is_heard(const std::string& expected, const CaseJudgement& judgement) {
  const auto by_rule = [&](const Finding& finding) { return rule_id(finding) == expected; };
  const auto by_either = [&](const Finding& finding) {
    return pipeline::name(finding.code) == expected || by_rule(finding);
  };
  return std::ranges::any_of(judgement.findings, by_either) ||
         std::ranges::any_of(judgement.logged, by_rule);
}

std::vector<std::string> heard(const std::vector<std::string>& names,
                               const CaseJudgement& judgement, bool wanted) {
  std::vector<std::string> found;
  for (const std::string& name : names) {
    if (is_heard(name, judgement) == wanted) found.push_back(name);
  }
  return found;
}

pipeline::Level gravest_within(Verdict verdict) {
  if (verdict == Verdict::Accept) return pipeline::Level::Note;
  return verdict == Verdict::Refer ? pipeline::Level::Warn : pipeline::Level::Block;
}

// The codes nobody expected that make the verdict graver than it should be.
void add_what_weighs(const Expectation& expected, const CaseJudgement& judgement,
                     std::vector<std::string>& unexpected) {
  for (const Finding& finding : judgement.findings) {
    if (finding.level <= gravest_within(*expected.verdict)) continue;
    const std::string code(pipeline::name(finding.code));
    const auto names_it = [&](const std::string& name) {
      return name == code || name == rule_id(finding);
    };
    if (std::ranges::any_of(expected.must, names_it)) continue;
    if (std::ranges::count(unexpected, code) == 0) unexpected.push_back(code);
  }
}

bool is_of_the_wrong_kind(const CaseJudgement& judgement) {
  return std::ranges::any_of(judgement.findings, [](const Finding& finding) {
    return finding.code == FindingCode::DocWrongKind || finding.code == FindingCode::DocKindUnknown;
  });
}

CaseJudgement judge_whole_order(const Project& project, const Case& each,
                                std::span<const pipeline::Report> reports) {
  std::vector<SlotReport> handed_in;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    handed_in.push_back({each.documents[i].slot, reports[i]});
  }
  OrderJudgement order = judge_order(project, each.order, handed_in);
  CaseJudgement judgement{.verdict = order.verdict};
  for (OrderFinding& found : order.findings) judgement.findings.push_back(std::move(found.finding));
  for (Judgement& document : order.documents) {
    std::ranges::move(document.findings, std::back_inserter(judgement.findings));
    std::ranges::move(document.logged, std::back_inserter(judgement.logged));
  }
  return judgement;
}

}  // namespace

pipeline::Plan plan_of(const Project& project, const Case& each, const CaseDocument& document) {
  pipeline::Plan plan = plan_of(project, slot_of(project, document), each.order);
  plan.expected_code = each.order.credit_code;
  return plan;
}

CaseJudgement judge_case(const Project& project, const Case& each,
                         std::span<const pipeline::Report> reports,
                         std::span<const forms::Key> form_keys) {
  assert(reports.size() == each.documents.size());
  if (each.whole_order) return judge_whole_order(project, each, reports);
  Judgement judged = judge_document(project, slot_of(project, each.documents.front()),
                                    reports.front(), each.order, form_keys);
  return {judged.verdict, std::move(judged.findings), std::move(judged.logged),
          judged.rules ? judged.rules->type : ""};
}

CaseDifference difference(const Case& each, const CaseJudgement& judgement) {
  const Expectation& expected = each.expected;
  CaseDifference difference{.missing = heard(expected.must, judgement, false),
                            .unexpected = heard(expected.must_not, judgement, true),
                            .found_todo = heard(expected.todo, judgement, true)};
  if (expected.verdict && *expected.verdict != judgement.verdict) {
    difference.verdict = judgement.verdict;
    add_what_weighs(expected, judgement, difference.unexpected);
  }
  const std::string& meant = each.whole_order ? judgement.type : each.documents.front().alternative;
  if (!meant.empty() && meant != judgement.type && !is_of_the_wrong_kind(judgement)) {
    difference.type = judgement.type;
  }
  return difference;
}

}  // namespace vermilion::rules
