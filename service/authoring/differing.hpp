#pragma once

#include "rules/diff_words.hpp"
#include "rules/project.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

// What two sets of rules do not mean alike.
namespace vermilion::service::authoring {

// A project of either set, or of both.
struct ProjectPair {
  const rules::Project* before = nullptr;
  const rules::Project* after = nullptr;

  [[nodiscard]] const rules::Project& any() const { return after != nullptr ? *after : *before; }
  [[nodiscard]] bool differs() const;
};

// Two single projects are held against each other whatever they are called. Points into the sets.
[[nodiscard]] std::vector<ProjectPair> pairs_of(const std::vector<rules::Project>& before,
                                                const std::vector<rules::Project>& after);

// None of a project that only one set has.
[[nodiscard]] std::vector<rules::ChangeWords> changes_of(const ProjectPair& pair,
                                                         rules::Language language);

// {"schema", "projects": [{"project", "kind", "changes": […]}]}, of those that differ.
[[nodiscard]] nlohmann::ordered_json to_json(const std::vector<ProjectPair>& pairs);

}  // namespace vermilion::service::authoring
