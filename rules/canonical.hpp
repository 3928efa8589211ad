#pragma once

#include "rules/project.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace vermilion::rules {

// What a project means, written the one way it is always written: members sorted, lists whose items
// have an id as objects by that id besides their order, conditions in their normal spelling. Holds
// neither sources nor places, nor what stands at its default.
[[nodiscard]] nlohmann::json canonical(const Project& project);

// SHA-256 of the canonical form.
[[nodiscard]] std::string digest_of(const Project& project);

}  // namespace vermilion::rules
