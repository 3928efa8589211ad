#include "rules/warnings.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace vermilion::rules {
namespace {

using Checks = std::span<const pipeline::CheckDescription>;
using Names = std::vector<std::string>;

// A rule by its document type and id: one of a shared type is the same in all projects.
using RuleOfType = std::pair<std::string, std::string>;

bool is_named(const Rule& rule, const Names& names, Checks checks) {
  const auto contains = [&](std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  };
  const auto check = std::ranges::find(checks, rule.check, &pipeline::CheckDescription::id);
  return contains(rule.id) || (check != checks.end() &&
                               std::ranges::any_of(check->finds, [&](pipeline::FindingCode code) {
                                 return contains(pipeline::name(code));
                               }));
}

void add_tried(const Slot& slot, const Names& expected, Checks checks,
               std::set<RuleOfType>& tried) {
  for (const DocumentType& type : slot.alternatives) {
    for (const Rule& rule : type.rules) {
      if (is_named(rule, expected, checks)) tried.emplace(type.id, rule.id);
    }
  }
}

std::set<RuleOfType> tried_rules(std::span<const TriedProject> projects, Checks checks) {
  std::set<RuleOfType> tried;
  for (const TriedProject& each : projects) {
    for (const Case& tested : each.cases) {
      Names expected = tested.expected.must;
      expected.insert(expected.end(), tested.expected.todo.begin(), tested.expected.todo.end());
      for (const CaseDocument& document : tested.documents) {
        const Slot* slot = find_slot(*each.project, document.slot);
        if (slot != nullptr) add_tried(*slot, expected, checks, tried);
      }
    }
  }
  return tried;
}

}  // namespace

std::vector<FileMistake> untried_rules(std::span<const TriedProject> projects, Checks checks) {
  const auto tried = tried_rules(projects, checks);
  std::set<RuleOfType> told;
  std::vector<FileMistake> doubts;
  const auto look_at = [&](const Project& project, const Slot& slot, const DocumentType& type) {
    for (const Rule& rule : type.rules) {
      const RuleOfType name{type.id, rule.id};
      if (rule.check.empty() || rule.log_only || tried.contains(name)) continue;
      const auto origin =
          project.origins.find("documents/" + slot.id + "/" + type.id + "/checks/" + rule.id);
      if (origin == project.origins.end() || !told.insert(name).second) continue;
      doubts.push_back({origin->second.file,
                        {MistakeCode::RuleUntried, origin->second.span, {{"name", rule.id}}}});
    }
  };
  for (const TriedProject& each : projects) {
    if (each.project->draft) continue;
    for (const Slot& slot : each.project->slots) {
      for (const DocumentType& type : slot.alternatives) look_at(*each.project, slot, type);
    }
  }
  return doubts;
}

}  // namespace vermilion::rules
