#include "rules/judge.hpp"

#include <algorithm>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;
using pipeline::Level;

void hold_credit_code_against(const OrderFacts& order, const pipeline::Report& report,
                              std::vector<Finding>& findings) {
  const auto& read = report.facts.credit_code;
  if (!order.credit_code || !read || read->value == *order.credit_code) return;
  Finding different = pipeline::finding(FindingCode::UsccNotEqualAccount);
  different.check = "credit_code_of_the_order";
  different.box = read->box;
  different.words = {{"read", read->value}, {"expected", *order.credit_code}};
  findings.push_back(std::move(different));
}

}  // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::Accept:
      return "accept";
    case Verdict::Refer:
      return "refer";
    case Verdict::Reject:
      return "reject";
    case Verdict::Unreadable:
      return "unreadable";
  }
  return {};
}

Verdict verdict_of(bool readable, std::span<const Finding> findings) {
  if (!readable) return Verdict::Unreadable;
  const auto has = [&](Level level) {
    return std::ranges::any_of(findings, [&](const Finding& f) { return f.level == level; });
  };
  if (has(Level::Block)) return Verdict::Reject;
  return has(Level::Warn) ? Verdict::Refer : Verdict::Accept;
}

Judgement judge(const pipeline::Report& report, const OrderFacts& order) {
  Judgement judgement{.findings = report.findings};
  hold_credit_code_against(order, report, judgement.findings);
  judgement.verdict = verdict_of(report.readable, judgement.findings);
  return judgement;
}

}  // namespace vermilion::rules
