#include "rules/judge.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;
using pipeline::Level;

// The places in which two codes differ, counted from 1, as the page and as the order have them:
// "9: M/N, 18: 4/8".
std::string differences(std::string_view read, std::string_view expected) {
  std::vector<std::string> places;
  for (std::size_t i = 0; i < std::max(read.size(), expected.size()); ++i) {
    const auto at = [&](std::string_view code) {
      return i < code.size() ? code.substr(i, 1) : "-";
    };
    if (at(read) == at(expected)) continue;
    places.push_back(fmt::format("{}: {}/{}", i + 1, at(read), at(expected)));
  }
  return fmt::format("{}", fmt::join(places, ", "));
}

std::string percentage(double share) {
  if (share < 0.0001) return "<0.01%";
  return fmt::format("{:.2f}%", 100 * share);
}

// How likely the print shows either code; not known where nobody looked.
void tell_likelihoods(Finding& different, const std::optional<pipeline::ExpectedCodeFact>& fact) {
  different.words["expected_likelihood"] = fact ? percentage(fact->likelihood) : "unknown";
  different.words["read_likelihood"] = fact ? percentage(fact->likelihood_read) : "unknown";
}

void hold_credit_code_against(const OrderFacts& order, const pipeline::Report& report,
                              std::vector<Finding>& findings) {
  const auto& read = report.facts.credit_code;
  if (!order.credit_code || !read || read->value == *order.credit_code) return;
  Finding different = pipeline::finding(FindingCode::UsccNotEqualAccount);
  different.check = "credit_code_of_the_order";
  different.box = read->box;
  different.words = {{"read", read->value},
                     {"expected", *order.credit_code},
                     {"differences", differences(read->value, *order.credit_code)}};
  const auto& expected = report.facts.expected_code;
  tell_likelihoods(different, expected);
  // Readers that contradict each other are for a person, and so is a picture that shows both.
  const bool contradicted = expected && expected->likelihood > expected->likelihood_read;
  const bool shows_both =
      std::ranges::find(read->alternatives, *order.credit_code) != read->alternatives.end();
  if (contradicted || shows_both) different.level = Level::Warn;
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
  Judgement judgement{.findings = report.findings, .order = order};
  hold_credit_code_against(order, report, judgement.findings);
  judgement.verdict = verdict_of(report.readable, judgement.findings);
  return judgement;
}

}  // namespace vermilion::rules
