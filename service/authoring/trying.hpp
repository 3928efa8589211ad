#pragma once

#include "service/cases/telling.hpp"
#include "service/cases/trial.hpp"
#include "service/commands/rule_set.hpp"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <functional>
#include <string>
#include <vector>

// The cases of projects: which there are, and what came of trying them.
namespace vermilion::service::authoring {

// The cases of all projects in their order; a draft may have none yet. The complaint names a
// published project without cases, or the case that does not go with its project. Points into the
// projects.
[[nodiscard]] tl::expected<std::vector<cases::Listed>, std::string> list_of(
    const std::vector<commands::AuthoredProject>& projects);

// What came of cases, as it comes.
struct Tried {
  cases::Tally tally;
  nlohmann::ordered_json all = nlohmann::ordered_json::array();

  void add(const cases::Listed& listed, const cases::Outcome& outcome);
};

// {"schema", "held", "todo", "failed", "broken", "cases": […]}
[[nodiscard]] nlohmann::ordered_json to_json(const Tried& tried);

}  // namespace vermilion::service::authoring
