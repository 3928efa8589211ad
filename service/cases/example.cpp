#include "service/cases/example.hpp"

#include "samples/shipped.hpp"
#include "service/cases/printed_form.hpp"
#include "service/cases/recipe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace vermilion::service::cases {
namespace {

using rules::Case;
using rules::CaseDocument;
using rules::Explanation;

bool contains(const auto& values, const auto& value) {
  return std::ranges::find(values, value) != values.end();
}

// By a code it finds, or by the rule's own name.
bool is_about(const Case& each, const Explanation& explanation) {
  const auto names = [&](std::string_view expected) {
    const auto code = pipeline::finding_code(expected);
    return code ? contains(explanation.codes, *code)
                : std::ranges::any_of(explanation.uses, [&](const rules::RuleUse& use) {
                    return use.name().ends_with(fmt::format("/{}", expected));
                  });
  };
  return each.documents.size() == 1 && std::ranges::any_of(each.expected.must, names);
}

// A rule is shown on the documents it is asked of.
bool is_asked_of(const Explanation& explanation, const rules::Project& project,
                 const CaseDocument& document) {
  const rules::Slot* slot = find_slot(project, document.slot);
  return slot != nullptr && std::ranges::any_of(explanation.uses, [&](const rules::RuleUse& use) {
           return use.project == &project &&
                  (use.type == nullptr ||
                   std::ranges::any_of(slot->alternatives, [&](const rules::DocumentType& type) {
                     return &type == use.type;
                   }));
         });
}

bool passes(const Case& each, const CaseDocument& refused) {
  return each.documents.size() == 1 && each.documents[0].slot == refused.slot &&
         each.documents[0].sample.document == refused.sample.document &&
         each.documents[0].sample.defects.empty() && each.expected.todo.empty() &&
         each.expected.verdict == rules::Verdict::Accept;
}

std::optional<Example> drawn(const std::string& path, const rules::Project& project,
                             const Case& each) {
  const CaseDocument& document = each.documents[0];
  if (is_form(document)) {
    if (!wrong_with_form(project, document).empty()) return std::nullopt;
    return Example{path, form_sample(project, completed(each), document)};
  }
  auto recipe = recipe_of(document.sample);
  if (!recipe) return std::nullopt;
  return Example{path, std::move(*recipe)};
}

std::string stem_of(const Explanation& explanation) {
  std::string stem = explanation.name;
  std::ranges::replace(stem, '/', '_');
  return stem;
}

// The one with the fewest other faults shows it best.
const Case* plainest(const Explanation& explanation, const ProjectCases& of) {
  const Case* best = nullptr;
  for (const Case& each : of.cases) {
    if (!is_about(each, explanation) || !is_asked_of(explanation, *of.project, each.documents[0])) {
      continue;
    }
    const auto faults = [](const Case& one) { return one.documents[0].sample.defects.size(); };
    if (best == nullptr || faults(each) < faults(*best)) best = &each;
  }
  return best;
}

// The same of the samples beside the program.
const samples::ShippedSample* plainest(const Explanation& explanation,
                                       std::span<const samples::ShippedSample> all) {
  const samples::ShippedSample* best = nullptr;
  for (const samples::ShippedSample& each : all) {
    const auto& found = each.expected.findings;
    const bool shows = std::ranges::any_of(
        found, [&](pipeline::FindingCode code) { return contains(explanation.codes, code); });
    if (!shows || each.expected.verdict == "accept") continue;
    if (best == nullptr || found.size() < best->expected.findings.size()) best = &each;
  }
  return best;
}

}  // namespace

Examples examples_of(const Explanation& explanation, std::span<const ProjectCases> projects) {
  for (const ProjectCases& of : projects) {
    const Case* refused = plainest(explanation, of);
    if (refused == nullptr) continue;
    const CaseDocument& document = refused->documents[0];
    Examples examples{.refused = drawn(stem_of(explanation) + "_refused", *of.project, *refused)};
    const auto accepted =
        std::ranges::find_if(of.cases, [&](const Case& each) { return passes(each, document); });
    if (accepted != of.cases.end()) {
      examples.accepted = drawn(stem_of(explanation) + "_accepted", *of.project, *accepted);
    }
    return examples;
  }
  return {};
}

ShippedExamples shipped_examples(const Explanation& explanation) {
  const auto all = samples::shipped();
  const samples::ShippedSample* refused = plainest(explanation, all);
  if (refused == nullptr) return {};
  const auto folder = [](const std::string& path) { return path.substr(0, path.find('/') + 1); };
  const auto good = std::ranges::find_if(all, [&](const samples::ShippedSample& other) {
    return folder(other.sample.path) == folder(refused->sample.path) &&
           other.expected.verdict == "accept" && other.expected.findings.empty();
  });
  return {good == all.end() ? "" : good->sample.path, refused->sample.path};
}

}  // namespace vermilion::service::cases
