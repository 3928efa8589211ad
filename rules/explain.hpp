#pragma once

#include "pipeline/plan.hpp"
#include "rules/language.hpp"
#include "rules/project.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What a finding or a rule means, and where it is asked for.
namespace vermilion::rules {

// A rule of a document type, or a comparison, as a project has it.
struct RuleUse {
  const Project* project = nullptr;
  const DocumentType* type = nullptr;  // null of a comparison
  const Rule* rule = nullptr;
  const Comparison* comparison = nullptr;

  [[nodiscard]] std::string name() const;  // "licence_copy/licence_sealed", "code_is_the_account"
};

struct Explanation {
  std::string name;  // as it was asked for
  std::vector<pipeline::FindingCode> codes;
  std::vector<const pipeline::CheckDescription*> checks;
  std::vector<RuleUse> uses;
};

// Of a finding code ("SEAL_FAINT"), or of a rule by its id, by type and id, or as findings name it
// ("yingtan_sunshine/licence_copy/licence_sealed"). The error is the nearest name, if one is near.
// Points into the projects and checks.
[[nodiscard]] tl::expected<Explanation, std::optional<std::string>> explain(
    std::string_view name, std::span<const Project> projects,
    std::span<const pipeline::CheckDescription> checks);

// For a terminal: what it means, how to mend it, the check and its parameters with unit, range and
// default, the rules that ask for it with sources and what the projects set.
[[nodiscard]] std::string text_of(const Explanation& explanation, Language language);

}  // namespace vermilion::rules
