#pragma once

#include "pipeline/plan.hpp"
#include "rules/cases.hpp"
#include "rules/compile.hpp"
#include "rules/project.hpp"

#include <span>
#include <vector>

// What is no mistake and probably not meant.
namespace vermilion::rules {

// Of a project: a slot or a rule of its own whose condition no order can meet, a document no rule
// looks at, a bound that another bound of the same rule leaves nothing to, a rule that only says
// again what another one says.
[[nodiscard]] std::vector<FileMistake> warnings(const Project& project,
                                                std::span<const pipeline::CheckDescription> checks);

// Of the texts in a file: one that is not translated, placeholders that one language lacks.
[[nodiscard]] std::vector<Mistake> text_warnings(const yaml::Node& file);

struct TriedProject {
  const Project* project;
  std::vector<Case> cases;
};

// Rules that measure something and that no case of any of the projects expects to speak, by their
// name or by what their check finds, on a document of that type. One of a shared type is tried once
// it is tried anywhere; what is only recorded, and drafts, are not asked about.
[[nodiscard]] std::vector<FileMistake> untried_rules(
    std::span<const TriedProject> projects, std::span<const pipeline::CheckDescription> checks);

}  // namespace vermilion::rules
