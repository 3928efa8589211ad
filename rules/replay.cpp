#include "rules/replay.hpp"

#include <algorithm>
#include <utility>

namespace vermilion::rules {
namespace {

using pipeline::Finding;

// The rules as the sides know it: projects that were copied under another id still compare.
std::string_view rule_within(const Finding& finding) {
  const std::string_view rule = finding.rule;
  const auto slash = rule.find('/');
  return slash == std::string_view::npos ? rule : rule.substr(slash + 1);
}

bool are_the_same(const Finding& a, const Finding& b) {
  return a.code == b.code && a.box == b.box && a.check == b.check &&
         rule_within(a) == rule_within(b);
}

// Findings that stand on one side alone, then those that changed their level, in reported order.
std::vector<FindingChange> changes_between(const std::vector<Finding>& before,
                                           std::vector<Finding> after) {
  std::vector<FindingChange> changes;
  for (const Finding& old : before) {
    const auto same =
        std::ranges::find_if(after, [&](const Finding& other) { return are_the_same(old, other); });
    if (same == after.end()) {
      changes.push_back({old, std::nullopt});
      continue;
    }
    if (same->level != old.level) changes.push_back({old, *same});
    after.erase(same);
  }
  for (Finding& added : after) changes.push_back({std::nullopt, std::move(added)});
  return changes;
}

struct Judged {
  Side side;
  std::vector<Finding> findings = {};
};

Judged judged_by(const Projects& projects, const Filing& filing, const StoredReport& stored,
                 std::span<const pipeline::CheckDescription> checks) {
  const auto project = std::ranges::find(projects, filing.project, &Project::id);
  const Slot* slot = project == projects.end() ? nullptr : find_slot(*project, filing.document);
  if (slot == nullptr) return {.side = {.covered = false}};
  auto judgement = rejudge(*project, *slot, stored, checks);
  if (!judgement) return {.side = {.gaps = std::move(judgement.error())}};
  return {.side = {.verdict = judgement->verdict}, .findings = std::move(judgement->findings)};
}

std::size_t row_of(const Side& side) {
  return side.verdict ? static_cast<std::size_t>(*side.verdict) : VerdictMatrix::kOpen;
}

}  // namespace

ReplayedScan replay(const StoredReport& stored, const Projects& before, const Projects& after,
                    const Filing& otherwise, std::span<const pipeline::CheckDescription> checks) {
  const auto& rules = stored.judgement.rules;
  const Filing filing = rules ? Filing{rules->project, rules->document} : otherwise;
  Judged old = judged_by(before, filing, stored, checks);
  Judged now = judged_by(after, filing, stored, checks);
  ReplayedScan scan{.file = stored.report.file,
                    .project = filing.project,
                    .document = filing.document,
                    .before = std::move(old.side),
                    .after = std::move(now.side)};
  if (!scan.is_open()) scan.changes = changes_between(old.findings, std::move(now.findings));
  return scan;
}

void VerdictMatrix::count(const ReplayedScan& scan) {
  ++counts_[row_of(scan.before)][row_of(scan.after)];
}

}  // namespace vermilion::rules
