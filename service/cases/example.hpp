#pragma once

#include "rules/cases.hpp"
#include "rules/explain.hpp"
#include "samples/form.hpp"
#include "samples/recipe.hpp"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

// Pictures that show what a finding or a rule is about.
namespace vermilion::service::cases {

struct ProjectCases {
  const rules::Project* project;
  std::span<const rules::Case> cases;
};

// `path` is a stem: what is in the picture decides its format.
struct Example {
  std::string path;
  std::variant<samples::Recipe, samples::FormSample> picture;  // to be drawn, or a form handed in
};

struct Examples {
  std::optional<Example> accepted;  // the same document without a fault
  std::optional<Example> refused;
};

// From the cases beside the projects: one that has to be found out, and one of the same document in
// the same slot that passes. `<name>_refused`, `<name>_accepted`.
[[nodiscard]] Examples examples_of(const rules::Explanation& explanation,
                                   std::span<const ProjectCases> projects);

// Those that lie beside the program: paths below samples/shipped, without their extension.
struct ShippedExamples {
  std::string accepted;  // empty: none
  std::string refused;
};
[[nodiscard]] ShippedExamples shipped_examples(const rules::Explanation& explanation);

}  // namespace vermilion::service::cases
