#include "rules/schema/references.hpp"

#include "rules/condition.hpp"
#include "rules/nearest.hpp"
#include "rules/order_facts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace vermilion::rules::schema {
namespace {

using yaml::Node;

// A longer list of what there is helps nobody; the nearest is named anyway.
constexpr std::size_t kKnownMax = 24;

// Nobody misspells a name this long: it is no name.
constexpr std::size_t kNameMax = 64;

std::string listed(const Known& known) {
  if (known.empty()) return "—";
  const std::size_t count = std::min(known.size(), kKnownMax);
  const auto end = known.begin() + static_cast<std::ptrdiff_t>(count);
  return fmt::format("{}{}", fmt::join(known.begin(), end, ", "), count < known.size() ? " …" : "");
}

Known finding_names() {
  Known names;
  for (const auto& kind : pipeline::finding_kinds()) names.push_back(kind.name);
  return names;
}

template <class All>
Known ids_of(const All& all) {
  Known ids;
  for (const auto& named : all) ids.push_back(named.id);
  return ids;
}

// The slots of a project, and what may stand for one.
Known slots_of(const ProjectNames& project, std::span<const std::string_view> besides) {
  Known slots = known_of(project.slots);
  slots.insert(slots.end(), besides.begin(), besides.end());
  return slots;
}

Known finding_or_rule_names(const ProjectNames& project) {
  Known names = finding_names();
  names.insert(names.end(), project.rules.begin(), project.rules.end());
  return names;
}

// Findings shout, rules do not.
bool is_finding_name(std::string_view text) {
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

// `（variant == main）`: the sign was meant, and typed in Chinese.
Mistake full_width_instead(Mistake mistake, std::string_view text) {
  const std::string_view rest = text.substr(std::min(mistake.span.begin, text.size()));
  const auto begins = [&](auto... signs) { return (rest.starts_with(signs) || ...); };
  if (begins("（", "）", "［", "］", "【", "】")) mistake.code = MistakeCode::YamlFullWidthBracket;
  if (begins("，", "、")) mistake.code = MistakeCode::YamlFullWidthComma;
  return mistake;
}

std::optional<Mistake> wrong_condition(const Node& node, const ProjectNames& project) {
  const auto strings = [](auto span) { return std::vector<std::string>(span.begin(), span.end()); };
  const ConditionNames names{{"operation", project.operations},
                             {"variant", project.variants},
                             {"organisation_kind", strings(organisation_kinds())},
                             {"province", strings(provinces())}};
  auto parsed = parse_condition(node.text, names);
  if (parsed) return std::nullopt;
  Mistake mistake = full_width_instead(std::move(parsed.error()), node.text);
  const std::size_t at = node.span.begin + (node.quoted ? 1 : 0);
  mistake.span = {std::min(at + mistake.span.begin, node.span.end),
                  std::min(at + mistake.span.end, node.span.end)};
  return mistake;
}

}  // namespace

std::optional<std::string_view> nearest_in(std::string_view typed, const Known& known) {
  if (typed.size() > kNameMax) return std::nullopt;
  return nearest(typed, std::span<const std::string_view>(known));
}

std::optional<Mistake> unknown(MistakeCode code, const Node& node, const Known& known) {
  if (std::ranges::find(known, node.text) != known.end()) return std::nullopt;
  Mistake mistake{
      code, node.span, {{"name", node.text}, {"value", node.text}, {"known", listed(known)}}};
  if (const auto near = nearest_in(node.text, known)) mistake.words["nearest"] = *near;
  return mistake;
}

Known names_of(const Value& value, const ProjectNames& project, const Catalogue& catalogue) {
  switch (value.kind) {
    case ValueKind::Boolean:
      return {"true", "false"};
    case ValueKind::Check:
      return ids_of(catalogue.checks);
    case ValueKind::Finding:
      return finding_names();
    case ValueKind::FindingOrRule:
      return finding_or_rule_names(project);
    case ValueKind::Document:
      return ids_of(catalogue.names.documents);
    case ValueKind::Slot:
      return slots_of(project, value.words);
    case ValueKind::Rule:
      return known_of(project.rules);
    case ValueKind::Operation:
      return known_of(project.operations);
    case ValueKind::Variant:
      return known_of(project.variants);
    case ValueKind::Project:
      return ids_of(catalogue.names.projects);
    case ValueKind::Sample:
      return known_of(catalogue.names.samples);
    case ValueKind::Defect:
      return known_of(catalogue.names.defects);
    default:
      return known_of(value.words);
  }
}

std::optional<Mistake> look_up_reference(const Node& node, const Value& value,
                                         const ProjectNames& project, const Catalogue& catalogue) {
  using enum MistakeCode;
  const auto among = [&](MistakeCode code) {
    return unknown(code, node, names_of(value, project, catalogue));
  };
  const auto of_project = [&](MistakeCode code) {
    return project.whole ? among(code) : std::nullopt;
  };
  switch (value.kind) {
    case ValueKind::Finding:
      return among(FindingUnknown);
    case ValueKind::FindingOrRule:
      return is_finding_name(node.text) ? unknown(FindingUnknown, node, finding_names())
             : project.whole            ? unknown(RuleUnknown, node, known_of(project.rules))
                                        : std::nullopt;
    case ValueKind::Document:
      return among(DocumentUnknown);
    case ValueKind::Slot:
      return of_project(SlotUnknown);
    case ValueKind::Operation:
      return of_project(OperationUnknown);
    case ValueKind::Variant:
      return of_project(VariantUnknown);
    case ValueKind::Project:
      return among(ProjectUnknown);
    case ValueKind::Sample:
      return among(SampleUnknown);
    case ValueKind::Condition:
      return wrong_condition(node, project);
    default:
      return std::nullopt;
  }
}

}  // namespace vermilion::rules::schema
